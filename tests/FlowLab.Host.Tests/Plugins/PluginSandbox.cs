using FlowLab.Host.Plugins;

namespace FlowLab.Host.Tests.Plugins;

/// <summary>A plugin folder of its own for each test.</summary>
internal sealed class PluginSandbox : IDisposable
{
    public PluginSandbox(params string[] plugins)
    {
        Folder = Directory.CreateTempSubdirectory("flowlab-plugins-").FullName;
        foreach (string plugin in plugins)
            Copy(plugin, plugin);
    }

    public string Folder { get; }

    /// <summary>Copies a test plugin into the folder under another name.</summary>
    public void Copy(string plugin, string name)
    {
        string target = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        foreach (string file in Directory.GetFiles(Path.Combine(TestFolders.TestPlugins, plugin)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
    }

    public PluginCatalog Load() => PluginCatalog.Load([Folder]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
