namespace FlowLab.Ui.Views;

/// <summary>The manifests at hand, by name.</summary>
public interface IManifestShelf
{
    /// <summary>The JSON Schema of manifests, settings of plugins included.</summary>
    string Schema { get; }

    /// <summary>All of them, in order.</summary>
    IReadOnlyList<string> List();

    /// <summary>The text of one.</summary>
    /// <exception cref="PageException">There is no such manifest, or it cannot be read.</exception>
    string Read(string name);

    /// <summary>Writes one of the page's folder.</summary>
    /// <param name="name">A file name that ends in .json.</param>
    /// <param name="text">The manifest.</param>
    /// <exception cref="PageException">The name is none, or the file cannot be written.</exception>
    void Save(string name, string text);

    /// <summary>Everything that is wrong with a manifest; one line that says how large it is if nothing is.</summary>
    ManifestCheck Check(string text, string preset);
}
