using System.Buffers.Binary;
using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>A file in the data folder.</summary>
/// <param name="Path">Its full path.</param>
public sealed record StoredFile(string Path)
{
    private const int ShortestGzip = 18;

    /// <summary>Length of its content as far as it can be told without reading it all; null if it cannot be read.</summary>
    public long? ClaimedBytes
    {
        get
        {
            try
            {
                using FileStream file = File.OpenRead(Path);
                return ContentStream.IsGzip(file) ? ReadTrailer(file) : file.Length;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>The accepted content that has this length; null if none has.</summary>
    public DataContent? Guess(DataFile file) => file.Contents.FirstOrDefault(content => content.Bytes == ClaimedBytes);

    /// <summary>The last four bytes of gzip: the length of the content, modulo 2^32.</summary>
    private static long? ReadTrailer(FileStream file)
    {
        if (file.Length < ShortestGzip)
            return null;
        Span<byte> length = stackalloc byte[4];
        file.Position = file.Length - length.Length;
        file.ReadExactly(length);
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }
}
