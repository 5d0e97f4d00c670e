using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>Gives a complete download its place in the data folder, if its content is the right one.</summary>
internal sealed class DownloadInstaller(DataFolder folder, IDownloadProgress progress)
{
    private const string WrongSuffix = ".wrong";
    private const string UnpackedSuffix = ".unpacked";

    /// <summary>Unpacks, checks and moves.</summary>
    /// <returns>Where the file is now.</returns>
    /// <exception cref="MirrorException">The download does not hold the content; nothing of it was kept.</exception>
    public string Install(DataFile file, DataMirror mirror, string download, CancellationToken cancellation)
    {
        bool isFile = mirror.Member.Length == 0 && mirror.Prefix.Count == 0;
        string candidate = isFile ? download : download + UnpackedSuffix;
        try
        {
            if (!isFile)
                DownloadUnpacker.Unpack(download, mirror, file.Contents[0], candidate);
            CheckContent(file.Contents[0], candidate, cancellation);
        }
        catch (MirrorException)
        {
            File.Delete(candidate);
            throw;
        }
        return Move(file, candidate, folder.PlaceOf(file, isFile && IsGzip(candidate)));
    }

    private static void CheckContent(DataContent content, string candidate, CancellationToken cancellation)
    {
        ContentDigest digest = ContentDigest.Of(candidate, content.Bytes, cancellation);
        if (!digest.Is(content))
            throw new MirrorException($"it has another content: expected {ContentText.Describe([content])}, found {digest.Describe()}");
    }

    private string Move(DataFile file, string candidate, string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        SetAside(file);
        File.Move(candidate, place, overwrite: true);
        return place;
    }

    /// <summary>What lies in the file's place with another content keeps its bytes under another name.</summary>
    private void SetAside(DataFile file)
    {
        while (folder.Look(file) is { } wrong)
        {
            File.Move(wrong.Path, wrong.Path + WrongSuffix, overwrite: true);
            progress.Note($"  what was there has another content; it is now {wrong.Path}{WrongSuffix}");
        }
    }

    private static bool IsGzip(string path)
    {
        using FileStream file = File.OpenRead(path);
        return ContentStream.IsGzip(file);
    }
}
