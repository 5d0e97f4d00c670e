namespace FlowLab.Ui.Views;

/// <summary>The runs below a folder.</summary>
public interface IRunLibrary
{
    /// <summary>The folder.</summary>
    string Folder { get; }

    /// <summary>All runs, the one that changed last first.</summary>
    IReadOnlyList<RunSummary> List();

    /// <summary>Opens a run to look at it again and again.</summary>
    /// <exception cref="PageException">There is no such run, or it cannot be read.</exception>
    IRunWatch Watch(string key);

    /// <summary>A picture as PNG.</summary>
    /// <exception cref="PageException">There is no such run or picture.</exception>
    byte[] Picture(string key, PictureKind kind, long id);

    /// <summary>The file of a run's report.</summary>
    /// <exception cref="PageException">There is none yet.</exception>
    string Report(string key);
}
