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
    /// <param name="mainFile">The plugin's main DLL.</param>
    /// <param name="inMemory">Whether files are read and closed, so that a build can write them anew while the plugin runs.</param>
    public static AssemblyLoadContext Create(string mainFile, bool inMemory)
    {
        // Lazy: else the references of contracts were shared too, and all of them loaded at once.
        AssemblyLoadContextBuilder builder = new AssemblyLoadContextBuilder().SetMainAssemblyPath(mainFile).EnableUnloading().IsLazyLoaded(true);
        foreach (string contract in ContractAssemblies.Names)
            builder.PreferDefaultLoadContextAssembly(new AssemblyName(contract));
        return (inMemory ? builder.PreloadAssembliesIntoMemory().ShadowCopyNativeLibraries() : builder).Build();
    }

    /// <summary>Loads the main DLL.</summary>
    public static Assembly LoadMain(AssemblyLoadContext place, string mainFile, bool inMemory)
    {
        if (!inMemory)
            return place.LoadFromAssemblyPath(mainFile);
        using var assembly = new MemoryStream(File.ReadAllBytes(mainFile));
        string symbols = Path.ChangeExtension(mainFile, ".pdb");
        using MemoryStream? lines = File.Exists(symbols) ? new MemoryStream(File.ReadAllBytes(symbols)) : null;
        return place.LoadFromStream(assembly, lines);
    }
}
