using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Loader;

namespace FlowLab.Host.Plugins;

/// <summary>
/// Where one plugin lives. Contracts come from the host, so that their types are the same on both sides; the framework comes from the
/// runtime; everything else comes from the plugin's own folder, whatever versions the host or other plugins use.
/// </summary>
internal sealed class PluginLoadContext(string mainFile) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(mainFile), isCollectible: true)
{
    private static readonly FrozenSet<string> Contracts = new[]
    {
        "FlowLab.Abstractions", "ILGPU", "ILGPU.Algorithms",
        "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
    }.ToFrozenSet();

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly AssemblyDependencyResolver _resolver = new(mainFile);
    private readonly string _folder = Path.GetDirectoryName(mainFile)!;

    /// <summary>Whether an assembly that the plugin was compiled against will be found.</summary>
    public bool CanResolve(string name) => Contracts.Contains(name) || FindPrivate(new AssemblyName(name)) is not null || IsFramework(name);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (Contracts.Contains(name))
            return Default.LoadFromAssemblyName(assemblyName);
        if (FindPrivate(assemblyName) is { } file)
            return LoadFromAssemblyPath(file);
        // Null would let the runtime look among the host's own dependencies, which are none of the plugin's business.
        return IsFramework(name) ? null : throw new FileNotFoundException($"{name} is neither part of .NET nor in the plugin's folder", name);
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : IntPtr.Zero;

    /// <summary>A plugin without a .deps.json finds what lies beside it.</summary>
    private string? FindPrivate(AssemblyName name)
    {
        if (_resolver.ResolveAssemblyToPath(name) is { } file)
            return file;
        string beside = Path.Combine(_folder, name.Name + ".dll");
        return File.Exists(beside) ? beside : null;
    }

    private static bool IsFramework(string name) => File.Exists(Path.Combine(FrameworkFolder, name + ".dll"));
}
