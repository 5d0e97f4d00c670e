using FlowLab.Host.Plugins;
using FlowLab.Host.Viewing;
using FlowLab.Ui.Views;

namespace FlowLab.Ui.Tests;

/// <summary>What the program hands to the page, for a folder, with the real plugins.</summary>
internal static class TestParts
{
    public static PageParts Of(string folder)
    {
        var finder = new RunFinder(folder);
        var shelf = new ManifestShelf(Path.Combine(folder, "manifests"), PluginCatalog.Load([Path.Combine(TestFolders.Host, "plugins")]));
        return new PageParts(new RunLibrary(finder), new RunControl(finder, shelf.FileOf, []), shelf, new RunComparer(finder));
    }
}
