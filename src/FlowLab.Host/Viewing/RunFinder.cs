using FlowLab.Host.Results;

namespace FlowLab.Host.Viewing;

/// <summary>Finds the runs below a folder.</summary>
/// <param name="root">The folder.</param>
internal sealed class RunFinder(string root)
{
    private const int Deepest = 6;

    private static readonly EnumerationOptions Visible = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    /// <summary>The folder.</summary>
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>Keys of all runs. What lies within the folder of a run belongs to the run.</summary>
    public IEnumerable<string> Find() => Below(Root, 0).Select(KeyOf);

    /// <summary>The folder of a run.</summary>
    /// <exception cref="FlowLabException">FLU010: there is none, or it is not below the root.</exception>
    public RunFolder Open(string key)
    {
        string path = PathOf(key);
        return IsRun(path) ? RunFolder.Open(path) : throw ViewErrors.NoRun(key);
    }

    /// <summary>Where a run is, or will be.</summary>
    /// <exception cref="FlowLabException">FLU010: it is not below the root.</exception>
    public string PathOf(string key)
    {
        string path = Path.GetFullPath(Path.Combine(Root, key));
        return key.Length > 0 && path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : throw ViewErrors.NoRun(key);
    }

    private string KeyOf(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsRun(string path) => File.Exists(Path.Combine(path, "run.sqlite")) && File.Exists(Path.Combine(path, "manifest.json"));

    private static IEnumerable<string> Below(string folder, int depth)
    {
        foreach (string path in Directory.EnumerateDirectories(folder, "*", Visible))
        {
            if (IsRun(path))
                yield return path;
            else if (depth < Deepest)
                foreach (string deeper in Below(path, depth + 1))
                    yield return deeper;
        }
    }
}
