using System.Collections.Concurrent;
using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>The folder that data files lie in: <c>--data</c>, else the variable FLOWLAB_DATA, else below the user's local application data.</summary>
public sealed class DataFolder : IDataFolder
{
    public const string Variable = "FLOWLAB_DATA";

    private const string CompressedSuffix = ".gz";
    private const string DownloadFolder = ".downloads";

    /// <summary>What was found in files that have not changed since, so that each is checked once per process.</summary>
    private static readonly ConcurrentDictionary<(string Path, long Bytes, DateTime Written), ContentDigest> Checked = [];

    private DataFolder(string path, string origin)
    {
        Path = System.IO.Path.GetFullPath(path);
        Origin = origin;
    }

    /// <inheritdoc/>
    public string Path { get; }

    /// <summary>Who named the folder.</summary>
    public string Origin { get; }

    /// <summary>What to append to a command so that it uses the same folder.</summary>
    public string Option => Origin == "--data" ? $" --data \"{Path}\"" : "";

    /// <summary>Where interrupted and unfinished downloads lie.</summary>
    public string Downloads => System.IO.Path.Combine(Path, DownloadFolder);

    /// <summary>Decides which folder it is; it need not exist.</summary>
    /// <param name="option">What <c>--data</c> says; null if it was not given.</param>
    public static DataFolder Locate(string? option)
    {
        if (!string.IsNullOrEmpty(option))
            return new DataFolder(option, "--data");
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable)
            return new DataFolder(variable, Variable);
        string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return local.Length > 0 ? new DataFolder(System.IO.Path.Combine(local, "FlowLab", "data"), "the default") : throw DataErrors.NoFolder();
    }

    /// <summary>Where a file belongs.</summary>
    public string PlaceOf(DataFile file, bool isCompressed) =>
        System.IO.Path.Combine([Path, .. file.Name.Split('/')]) + (isCompressed ? CompressedSuffix : "");

    /// <summary>The file as it lies there, plain or compressed; null if it does not.</summary>
    public StoredFile? Look(DataFile file)
    {
        string plain = PlaceOf(file, isCompressed: false);
        string compressed = PlaceOf(file, isCompressed: true);
        return File.Exists(plain) ? new StoredFile(plain) : File.Exists(compressed) ? new StoredFile(compressed) : null;
    }

    /// <inheritdoc/>
    public string Find(DataFile file)
    {
        StoredFile stored = Look(file) ?? throw DataErrors.NotThere(file, this);
        var written = new FileInfo(stored.Path);
        (string, long, DateTime) key = (stored.Path, written.Length, written.LastWriteTimeUtc);
        if (!Checked.TryGetValue(key, out ContentDigest? digest))
            Checked[key] = digest = ContentDigest.Of(stored.Path, file.Contents.Max(content => content.Bytes));
        return digest.Match(file) is not null ? stored.Path : throw DataErrors.WrongContent(file, stored.Path, digest.Describe(), Option);
    }
}
