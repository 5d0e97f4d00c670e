using System.Reflection;
using IsolatedLoader = McMaster.NETCore.Plugins.PluginLoader;

namespace FlowLab.Host.Plugins;

/// <summary>Sets up where a plugin lives: it shares the contracts, brings whatever else it needs, and can be unloaded.</summary>
internal static class PluginIsolation
{
    /// <summary>A place for the plugin whose main DLL is <paramref name="mainFile"/>; nothing is loaded yet.</summary>
    public static IsolatedLoader Create(string mainFile) => IsolatedLoader.CreateFromAssemblyFile(mainFile, config =>
    {
        config.IsUnloadable = true;
        // Else the references of contracts were shared too, and all of them loaded at once.
        config.IsLazyLoaded = true;
        foreach (string contract in ContractAssemblies.Names)
            config.SharedAssemblies.Add(new AssemblyName(contract));
    });
}
