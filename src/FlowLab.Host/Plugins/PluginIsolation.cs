using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;

namespace FlowLab.Host.Plugins;

/// <summary>Sets up where a plugin lives: it shares the contracts, brings whatever else it needs, and can be unloaded.</summary>
internal static class PluginIsolation
{
    /// <summary>
    /// A place for the plugin whose main DLL is <paramref name="mainFile"/>; nothing is loaded yet. It is built by hand because the package's
    /// own <c>PluginLoader</c> reads all <c>.runtimeconfig.json</c> by reflection first, a tenth of a second at every start, for search paths
    /// that plugins of FlowLab do not have.
    /// </summary>
    public static AssemblyLoadContext Create(string mainFile)
    {
        // Lazy: else the references of contracts were shared too, and all of them loaded at once.
        AssemblyLoadContextBuilder builder = new AssemblyLoadContextBuilder().SetMainAssemblyPath(mainFile).EnableUnloading().IsLazyLoaded(true);
        foreach (string contract in ContractAssemblies.Names)
            builder.PreferDefaultLoadContextAssembly(new AssemblyName(contract));
        return builder.Build();
    }
}
