using System.Formats.Tar;
using System.Security.Cryptography;
using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>Takes a file's content out of what a mirror offers: a tar archive, or another wrapper of the same bytes.</summary>
internal static class DownloadUnpacker
{
    private const int MostPlaces = 1 << 12;
    private const int BufferBytes = 1 << 16;
    private const long LargestArchive = 1L << 33;

    /// <summary>Writes the content to <paramref name="target"/>, whose checksum the caller compares.</summary>
    /// <exception cref="MirrorException">The content is not in the download.</exception>
    public static void Unpack(string download, DataMirror mirror, DataContent content, string target)
    {
        try
        {
            using Stream source = ContentStream.Open(download);
            if (mirror.Member.Length > 0)
                UnpackMember(source, mirror.Member, content, target);
            else
                UnpackBlock(source, mirror, content, target);
        }
        catch (Exception failure) when (failure is InvalidDataException or FormatException or EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new MirrorException($"the download is damaged ({failure.Message.TrimEnd('.')})", innerException: failure);
        }
    }

    private static void UnpackMember(Stream source, string member, DataContent content, string target)
    {
        using var limited = new LimitedStream(source, LargestArchive);
        using var archive = new TarReader(limited);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.Name != member || entry.DataStream is not { } data)
                continue;
            using FileStream file = File.Create(target);
            using var wanted = new LimitedStream(data, content.Bytes);
            wanted.CopyTo(file, BufferBytes);
            file.Flush(flushToDisk: true);
            return;
        }
        throw new MirrorException($"the archive has no member {member}");
    }

    /// <summary>
    /// Looks for the content's bytes behind the prefix as one block of the download: at each place where they fit, their checksum with
    /// the prefix decides. No wrapper has to be understood, so none can do harm.
    /// </summary>
    private static void UnpackBlock(Stream source, DataMirror mirror, DataContent content, string target)
    {
        byte[] prefix = [.. mirror.Prefix];
        long block = content.Bytes - prefix.Length;
        var bytes = new byte[block + MostPlaces - 1];
        int length = source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        for (int place = 0; place + block <= length; place++)
        {
            ReadOnlySpan<byte> found = bytes.AsSpan(place, (int)block);
            if (!IsContent(prefix, found, content))
                continue;
            using FileStream file = File.Create(target);
            file.Write(prefix);
            file.Write(found);
            file.Flush(flushToDisk: true);
            return;
        }
        throw new MirrorException("the mirror's file does not hold the data as one block");
    }

    private static bool IsContent(byte[] prefix, ReadOnlySpan<byte> block, DataContent content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(prefix);
        hash.AppendData(block);
        return Convert.ToHexStringLower(hash.GetCurrentHash()) == content.Sha256;
    }
}
