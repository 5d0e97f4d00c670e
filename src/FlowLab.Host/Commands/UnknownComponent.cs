using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary>The refusal of a name that no plugin offers.</summary>
internal static class UnknownComponent
{
    private const int MostNamed = 60;

    /// <param name="written">What was asked for.</param>
    /// <param name="expected">What else the place takes, such as "a DLL, a folder or "; empty where only names are taken.</param>
    /// <param name="catalog">The plugins at hand.</param>
    public static FlowLabException Of(string written, string expected, PluginCatalog catalog)
    {
        string[] names = [.. catalog.Components.Select(component => component.Name).Distinct()];
        string near = NearestName.Find(written, names), meant = near.Length == 0 ? "" : $"; did you mean \"{near}\"?";
        string known = names.Length == 0 ? "the name of a component, though no plugin with one is loaded" : $"one of {string.Join(", ", names.Take(MostNamed))}";
        return new FlowLabException("FLR029", $"{Found(written, expected)}no plugin offers a component \"{written}\"; expected {expected}{known}{meant}");
    }

    private static string Found(string written, string expected) =>
        expected.Length == 0 ? ""
        : File.Exists(written) ? $"'{written}' is no plugin's DLL, and "
        : Directory.Exists(written) ? $"'{written}' is a folder without a plugin, and "
        : $"there is no file '{written}', and ";
}
