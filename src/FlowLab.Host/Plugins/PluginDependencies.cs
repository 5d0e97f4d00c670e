using System.Reflection;
using System.Runtime.Loader;

namespace FlowLab.Host.Plugins;

/// <summary>
/// Says before anything is loaded whether a plugin's references will be found: contracts at the host, the framework at the runtime, everything
/// else in the plugin's own folder.
/// </summary>
internal sealed class PluginDependencies(string mainFile)
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly AssemblyDependencyResolver _resolver = new(mainFile);
    private readonly string _folder = Path.GetDirectoryName(mainFile)!;

    /// <summary>The first reference that will not be found, or null.</summary>
    /// <param name="references">What the main assembly was compiled against.</param>
    public string? FindMissing(IReadOnlyList<string> references) =>
        references.FirstOrDefault(name => !IsShared(name) && FindPrivate(name) is null) ?? FindBorrowed(references);

    /// <summary>
    /// A reference of the plugin's libraries that only the host could serve. The runtime would give them the host's version, which is none of a
    /// plugin's business. What nobody has may well never be needed, and stays to the library.
    /// </summary>
    private string? FindBorrowed(IReadOnlyList<string> references)
    {
        var seen = new HashSet<string>(references);
        var open = new Queue<string>(references);
        while (open.TryDequeue(out string? name))
        {
            if (IsShared(name) || FindPrivate(name) is not { } file)
                continue;
            string[] fresh = [.. (PluginMetadataReader.Read(file)?.References ?? []).Where(seen.Add)];
            if (fresh.FirstOrDefault(IsBorrowed) is { } borrowed)
                return $"{borrowed} (for {name})";
            Array.ForEach(fresh, open.Enqueue);
        }
        return null;
    }

    private bool IsBorrowed(string name) =>
        !IsShared(name) && FindPrivate(name) is null && File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    /// <summary>A plugin without a .deps.json finds what lies beside it.</summary>
    private string? FindPrivate(string name)
    {
        if (_resolver.ResolveAssemblyToPath(new AssemblyName(name)) is { } file)
            return file;
        string beside = Path.Combine(_folder, name + ".dll");
        return File.Exists(beside) ? beside : null;
    }

    private static bool IsShared(string name) => ContractAssemblies.Names.Contains(name) || IsFramework(name);

    private static bool IsFramework(string name) => File.Exists(Path.Combine(FrameworkFolder, name + ".dll"));
}
