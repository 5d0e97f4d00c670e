using System.Collections.Concurrent;
using FlowLab.Host.Tests.Commands;

namespace FlowLab.Host.Tests.Runs;

/// <summary>Runs that several tests begin with or compare with: each is trained once, and every test gets a copy of its folder.</summary>
[SetUpFixture]
public sealed class FinishedRuns
{
    private static readonly ConcurrentDictionary<string, Lazy<(string Folder, int Code)>> _runs = new();
    private static readonly Lazy<TemporaryFolder> _root = new(() => new TemporaryFolder());

    /// <summary>Puts the run of <paramref name="manifest"/> with <paramref name="options"/> into the folder <paramref name="to"/>.</summary>
    /// <returns>Its exit code.</returns>
    public static int Copy(string manifest, string to, params string[] options) =>
        Copy(File.ReadAllText(manifest) + string.Join('\n', options), to, folder => FlowLabProcess.Run(["run", manifest, "--out", folder, .. options]).Code);

    /// <summary>Puts a run into the folder <paramref name="to"/>.</summary>
    /// <param name="key">What makes the run what it is.</param>
    /// <param name="to">The folder, which is not there yet.</param>
    /// <param name="run">Trains into a folder, and gives the exit code.</param>
    /// <returns>Its exit code.</returns>
    public static int Copy(string key, string to, Func<string, int> run)
    {
        (string folder, int code) = _runs.GetOrAdd(key, _ => new Lazy<(string, int)>(() => Train(run))).Value;
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return code;
    }

    [OneTimeTearDown]
    public void Delete()
    {
        if (_root.IsValueCreated)
            _root.Value.Dispose();
    }

    private static (string Folder, int Code) Train(Func<string, int> run)
    {
        string folder = _root.Value.In(Guid.NewGuid().ToString("n"));
        return (folder, run(folder));
    }
}
