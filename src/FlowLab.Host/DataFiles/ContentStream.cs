using System.IO.Compression;

namespace FlowLab.Host.DataFiles;

/// <summary>The content of a file, decompressed if its first bytes say that it is compressed.</summary>
internal static class ContentStream
{
    /// <summary>Opens a file; whoever reads it stops at the length that is expected, so that a bomb is not inflated.</summary>
    public static Stream Open(string path)
    {
        FileStream file = File.OpenRead(path);
        return IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Whether a stream begins as gzip does; it is left at its beginning.</summary>
    public static bool IsGzip(FileStream file)
    {
        Span<byte> magic = stackalloc byte[2];
        int count = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return count == magic.Length && magic is [0x1F, 0x8B];
    }
}
