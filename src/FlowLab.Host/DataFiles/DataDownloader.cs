using System.Security.Cryptography;
using System.Text;
using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>
/// Brings data files into the data folder. A file gets its name only once its content has the right SHA-256, so that nothing wrong or
/// half done is ever there; downloads wait in a folder of their own, which is empty after a success.
/// </summary>
public sealed class DataDownloader : IDisposable
{
    private const long ContainerBytes = 1 << 20;
    private const int ContainerShare = 1000;
    private const int NameDigits = 12;

    private readonly DataFolder _folder;
    private readonly IDownloadProgress _progress;
    private readonly HttpClient _client;
    private readonly MirrorDownload _download;
    private readonly DownloadInstaller _installer;
    private readonly HashSet<string> _fresh = [];
    private readonly HashSet<string> _used = [];
    private readonly Dictionary<string, string> _unreachable = [];

    public DataDownloader(DataFolder folder, DownloadSettings settings, IDownloadProgress progress)
    {
        _folder = folder;
        _progress = progress;
        _client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = settings.ConnectTimeout }) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("flowlab");
        _download = new MirrorDownload(_client, settings, progress);
        _installer = new DownloadInstaller(folder, progress);
    }

    /// <summary>Makes sure that a file is there with its published content.</summary>
    /// <returns>Where it is.</returns>
    /// <exception cref="FlowLabDataException">No mirror gave it, or the folder cannot be written.</exception>
    public async Task<string> GetAsync(DataFile file, CancellationToken cancellation)
    {
        if (_folder.Look(file) is { } stored && IsAccepted(file, stored.Path, cancellation))
            return stored.Path;
        List<string> failures = [];
        foreach (DataMirror mirror in file.Mirrors)
        {
            try
            {
                return await GetAsync(file, mirror, cancellation).ConfigureAwait(false);
            }
            catch (MirrorException failure)
            {
                _progress.Note($"  {mirror.Url}: {failure.Message}");
                failures.Add($"{mirror.Url}: {failure.Message}");
            }
        }
        throw DataErrors.NotDownloaded(file, failures, OfflineRemedy.Describe(file, _folder));
    }

    /// <summary>Deletes downloads that were unpacked, and their folder if nothing waits there.</summary>
    public void CleanUp()
    {
        if (!Directory.Exists(_folder.Downloads))
            return;
        foreach (string download in _used)
            File.Delete(download);
        if (!Directory.EnumerateFileSystemEntries(_folder.Downloads).Any())
            Directory.Delete(_folder.Downloads);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Where the complete download of an address waits; a name of its own for each, so that no two are mixed.</summary>
    internal static string WaitingPlace(DataFolder folder, DataMirror mirror)
    {
        string digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mirror.Url)))[..NameDigits];
        string name = string.Concat(new Uri(mirror.Url).Segments[^1].Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_'));
        return Path.Combine(folder.Downloads, $"{digits}-{name}");
    }

    private async Task<string> GetAsync(DataFile file, DataMirror mirror, CancellationToken cancellation)
    {
        string download = WaitingPlace(_folder, mirror);
        try
        {
            bool isOld = await FetchAsync(file, mirror, download, cancellation).ConfigureAwait(false);
            return Install(file, mirror, download, isOld, cancellation) ?? await GetAnewAsync(file, mirror, download, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DataErrors.NotWritable(_folder.Path, failure);
        }
    }

    private async Task<string> GetAnewAsync(DataFile file, DataMirror mirror, string download, CancellationToken cancellation)
    {
        await FetchAsync(file, mirror, download, cancellation).ConfigureAwait(false);
        return Install(file, mirror, download, mayFail: false, cancellation)!;
    }

    /// <returns>Where the file is now; null if the download was wrong, which <paramref name="mayFail"/> allows, and was thrown away.</returns>
    private string? Install(DataFile file, DataMirror mirror, string download, bool mayFail, CancellationToken cancellation)
    {
        try
        {
            string place = _installer.Install(file, mirror, download, cancellation);
            _used.Add(download);
            return place;
        }
        catch (MirrorException failure)
        {
            _fresh.Remove(download);
            File.Delete(download);
            if (!mayFail)
                throw;
            _progress.Note($"  {failure.Message}; parts of it are from an earlier attempt, so it is downloaded anew");
            return null;
        }
    }

    /// <returns>Whether the download, or a part of it, is from an earlier attempt, which may have been of another version.</returns>
    private async Task<bool> FetchAsync(DataFile file, DataMirror mirror, string download, CancellationToken cancellation)
    {
        if (File.Exists(download))
            return !_fresh.Contains(download);
        var url = new Uri(mirror.Url);
        if (_unreachable.TryGetValue(url.Authority, out string? why))
            throw new MirrorException(why, isUnreachable: true);
        long waiting = PartialDownload.LengthOf(download);
        _progress.Note($"{file.Name}: from {mirror.Url}{(waiting > 0 ? $", going on after {ContentText.Rounded(waiting)}" : "")}");
        try
        {
            bool isResumed = await _download.FetchAsync(url, download, MaximumBytes(file, mirror), cancellation).ConfigureAwait(false);
            _fresh.Add(download);
            return isResumed;
        }
        catch (MirrorException failure) when (failure.IsUnreachable)
        {
            _unreachable[url.Authority] = failure.Message;
            throw;
        }
    }

    private bool IsAccepted(DataFile file, string path, CancellationToken cancellation)
    {
        ContentDigest digest = ContentDigest.Of(path, file.Contents.Max(content => content.Bytes), cancellation);
        if (digest.Match(file) is not { } content)
            return false;
        _progress.Note($"{file.Name}: there already{(content.Note.Length > 0 ? $", {content.Note}" : "")}");
        return true;
    }

    /// <summary>Compression cannot make a file much longer: deflate adds 5 bytes per 16 kB at most.</summary>
    private static long MaximumBytes(DataFile file, DataMirror mirror) =>
        mirror.MaximumBytes > 0 ? mirror.MaximumBytes : file.Contents[0].Bytes + file.Contents[0].Bytes / ContainerShare + ContainerBytes;
}
