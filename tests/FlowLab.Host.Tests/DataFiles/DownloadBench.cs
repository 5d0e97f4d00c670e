using System.IO.Compression;
using System.Security.Cryptography;
using FlowLab.Data;
using FlowLab.Host.DataFiles;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.DataFiles;

/// <summary>A mirror, an empty data folder, and a downloader without patience.</summary>
internal sealed class DownloadBench : IDownloadProgress, IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public DownloadBench() => Folder = DataFolder.Locate(_temporary.In("data"));

    public MirrorServer Mirror { get; } = new();

    public DataFolder Folder { get; }

    public List<string> Notes { get; } = [];

    /// <summary>Called with the bytes at hand.</summary>
    public Action<long> OnAdvance { get; set; } = _ => { };

    /// <summary>Some bytes that do not compress to nothing.</summary>
    public static byte[] Content(int length, int seed = 1)
    {
        var content = new byte[length];
        new System.Random(seed).NextBytes(content);
        return content;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(content);
        return stream.ToArray();
    }

    public static DataFile Describe(string name, byte[] content, params DataMirror[] mirrors) => new()
    {
        Name = name,
        Summary = "A file for tests.",
        License = "public domain",
        Contents = [new DataContent(content.Length, Convert.ToHexStringLower(SHA256.HashData(content)))],
        Mirrors = mirrors,
    };

    /// <summary>One command: downloads, then cleans up.</summary>
    public string Get(DataFile file, DownloadSettings? settings = null, CancellationToken cancellation = default) => Get([file], settings, cancellation)[0];

    public IReadOnlyList<string> Get(IReadOnlyList<DataFile> files, DownloadSettings? settings = null, CancellationToken cancellation = default)
    {
        using var downloader = new DataDownloader(Folder, settings ?? Impatient(3), this);
        string[] places = [.. files.Select(file => downloader.GetAsync(file, cancellation).GetAwaiter().GetResult())];
        downloader.CleanUp();
        return places;
    }

    public static DownloadSettings Impatient(int attempts) => new() { Attempts = attempts, Delay = TimeSpan.FromMilliseconds(1) };

    /// <summary>Everything below the data folder, by relative path.</summary>
    public IEnumerable<string> Stored() => !Directory.Exists(Folder.Path) ? [] :
        Directory.EnumerateFiles(Folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder.Path, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public void Note(string message) => Notes.Add(message);

    public void Advance(long bytes, long? total) => OnAdvance(bytes);

    public void Dispose()
    {
        Mirror.Dispose();
        _temporary.Dispose();
    }
}
