using System.Buffers.Binary;
using System.IO.Compression;
using FlowLab.Data;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>The .npz format of NumPy: a zip archive of .npy files, stored or deflated.</summary>
public static class NpzReader
{
    private const string ArraySuffix = ".npy";
    private const int EndRecordBytes = 22;
    private const uint EndRecordMagic = 0x06054B50;

    /// <summary>Reads one array of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="array">The array's name; null if it is the only one.</param>
    /// <param name="channels">Where the channels are, if there are four axes.</param>
    /// <exception cref="FlowLabDataException">The file cannot be used; nothing else is thrown, whatever it holds.</exception>
    public static ImageTable Read(string path, string? array = null, ChannelOrder channels = ChannelOrder.First)
    {
        try
        {
            return Read(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), path, array, channels);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw FormatErrors.Unreadable(path, failure);
        }
    }

    /// <summary>Reads one array of a stream that can seek, and closes it.</summary>
    public static ImageTable Read(Stream stream, string name, string? array = null, ChannelOrder channels = ChannelOrder.First)
    {
        using Stream file = stream;
        CheckEnd(file, name);
        using ZipArchive archive = Open(file, name);
        ZipArchiveEntry entry = Select(archive, name, array);
        using Content content = ZipContent.Open(entry, $"{name}[{FormatErrors.Printable(Stem(entry))}]");
        return NpyReader.Read(content, channels);
    }

    /// <summary>The archive's last record has to end the file: a cut-off file lacks it, and appended bytes would hide it.</summary>
    private static void CheckEnd(Stream file, string name)
    {
        Span<byte> record = stackalloc byte[EndRecordBytes];
        if (file.Length < EndRecordBytes)
            throw FormatErrors.EndsEarly(name, "the directory of the archive", EndRecordBytes, file.Length);
        file.Position = file.Length - EndRecordBytes;
        file.ReadExactly(record);
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) != EndRecordMagic || record is not [.., 0, 0])
            throw FormatErrors.DamagedArchive(name, "it does not end with the record that ends an archive, so it was cut off, has bytes after its end or is no archive");
        file.Position = 0;
    }

    private static ZipArchive Open(Stream file, string name)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            // The directory is read here, within the guard.
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception failure) when (ZipContent.IsDamage(failure))
        {
            archive?.Dispose();
            throw FormatErrors.DamagedArchive(name, "its directory is damaged", failure);
        }
    }

    private static ZipArchiveEntry Select(ZipArchive archive, string name, string? array)
    {
        ZipArchiveEntry[] arrays = [.. archive.Entries.Where(entry => entry.FullName.EndsWith(ArraySuffix, StringComparison.Ordinal))];
        ZipArchiveEntry[] chosen = array is null ? arrays : [.. arrays.Where(entry => Stem(entry) == array)];
        return chosen switch
        {
            [var only] => only,
            [] => throw FormatErrors.NoSuchArray(name, array is null ? "there is no array" : $"there is no array \"{array}\"", arrays.Select(Stem)),
            _ => throw FormatErrors.NoSuchArray(name, array is null ? "which array is not said" : $"there are several arrays \"{array}\"", arrays.Select(Stem)),
        };
    }

    private static string Stem(ZipArchiveEntry entry) => entry.FullName[..^ArraySuffix.Length];
}
