namespace FlowLab.Host.Plugins;

/// <summary>Finds the main DLLs in a plugin folder: one per subfolder, and those that lie in the folder itself.</summary>
internal static class PluginFolder
{
    private const string Library = ".dll";

    /// <summary>The main DLLs below <paramref name="folder"/>, full paths; what holds no plugin is added to <paramref name="faults"/>.</summary>
    /// <param name="folder">A folder, or a plugin's DLL itself.</param>
    /// <param name="faults">Where faults go.</param>
    public static IReadOnlyList<string> FindMainFiles(string folder, ICollection<PluginFault> faults)
    {
        string root = Path.GetFullPath(folder);
        if (File.Exists(root) && Path.GetExtension(root) == Library)
            return [root];
        if (!Directory.Exists(root))
        {
            faults.Add(new PluginFault(PluginFaultNumbers.NoPluginFound, root, File.Exists(root) ? "is a file, but no plugin's DLL; expected a folder with plugins, or a DLL" : "there is no such plugin folder; create it or name another with --plugins"));
            return [];
        }
        List<string> files = [.. FindDirectFiles(root)];
        bool isPluginItself = files.Count > 0;
        foreach (string subfolder in Directory.EnumerateDirectories(root))
            AddMainFile(subfolder, isPluginItself, files, faults);
        return files;
    }

    private static IReadOnlyList<string> FindDirectFiles(string folder)
    {
        string[] described = FindDescribed(folder);
        return described.Length > 0 ? described : FindAssemblies(folder);
    }

    private static void AddMainFile(string subfolder, bool emptyIsFine, List<string> files, ICollection<PluginFault> faults)
    {
        IReadOnlyList<string> assemblies = FindAssemblies(subfolder);
        if (assemblies.Count == 0 && emptyIsFine)
            return;
        if (ChooseMainFile(subfolder, assemblies) is { } main)
            files.Add(main);
        else
            faults.Add(new PluginFault(PluginFaultNumbers.NoPluginFound, subfolder, DescribeAmbiguity(subfolder, assemblies)));
    }

    private static string? ChooseMainFile(string subfolder, IReadOnlyList<string> assemblies)
    {
        if (FindDescribed(subfolder) is [var described])
            return described;
        string name = Path.GetFileName(subfolder);
        return assemblies.FirstOrDefault(file => Path.GetFileName(file) == $"FlowLab.Plugins.{name}.dll")
            ?? assemblies.FirstOrDefault(file => Path.GetFileName(file) == $"{name}.dll")
            ?? (assemblies is [var only] ? only : null);
    }

    private static string DescribeAmbiguity(string subfolder, IReadOnlyList<string> assemblies)
    {
        string name = Path.GetFileName(subfolder);
        string found = assemblies.Count == 0 ? "no DLL" : string.Join(", ", assemblies.Select(Path.GetFileName));
        return $"cannot tell which DLL is the plugin; expected one with its .deps.json beside it, FlowLab.Plugins.{name}.dll or {name}.dll; found {found}";
    }

    /// <summary>
    /// DLLs with a dependency description beside them. The build writes one for a plugin; but where it puts several projects into one folder
    /// (<c>dotnet build -o</c>), those that the plugin references have theirs too, and the one that says it is a plugin is the one.
    /// </summary>
    private static string[] FindDescribed(string folder)
    {
        string[] described = [.. FindAssemblies(folder).Where(file => File.Exists(Path.ChangeExtension(file, ".deps.json")))];
        string[] marked = described.Length > 1 ? [.. described.Where(file => PluginMetadataReader.Read(file)?.ContractVersion is not null)] : [];
        return marked.Length > 0 ? marked : described;
    }

    /// <summary>All DLLs but contracts, which are the host's.</summary>
    private static IReadOnlyList<string> FindAssemblies(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*" + Library)
            .Where(file => !file.EndsWith(".resources.dll", StringComparison.Ordinal) && !ContractAssemblies.Names.Contains(Path.GetFileNameWithoutExtension(file)))
            .Order(StringComparer.Ordinal),
    ];
}
