using System.Buffers.Binary;
using System.Text;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>
/// The .npy format of NumPy, versions 1.0, 2.0 and 3.0, of booleans, integers of 8 to 64 bits and floats of 16 to 64 in both byte orders and both orders of axes. The
/// file may be compressed (.gz). NumPy Enhancement Proposal 1, 2007.
/// </summary>
public static class NpyReader
{
    private const int MagicBytes = 6;
    private const int LongestHeader = 1 << 16;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, compressed or not.</param>
    /// <param name="channels">Where the channels are, if there are four axes.</param>
    /// <exception cref="Data.FlowLabDataException">The file cannot be used; nothing else is thrown, whatever it holds.</exception>
    public static ImageTable Read(string path, ChannelOrder channels = ChannelOrder.First)
    {
        using Content content = Content.Open(path);
        return Read(content, channels);
    }

    /// <summary>Reads a stream that can seek, and closes it.</summary>
    public static ImageTable Read(Stream stream, string name, ChannelOrder channels = ChannelOrder.First)
    {
        using Content content = Content.Of(stream, name);
        return Read(content, channels);
    }

    internal static ImageTable Read(Content content, ChannelOrder channels)
    {
        Span<byte> magic = stackalloc byte[MagicBytes];
        content.Read(magic, "the header");
        if (!magic.SequenceEqual(Magic))
            throw FormatErrors.WrongFormat(content.Place, "a NumPy array, which begins with 93 'NUMPY'", magic);
        var text = new byte[ReadHeaderLength(content)];
        content.Read(text, "the header");
        return ArrayReader.Read(content, NpyHeaderParser.Parse(content.Place, Encoding.Latin1.GetString(text)), channels);
    }

    private static int ReadHeaderLength(Content content)
    {
        Span<byte> version = stackalloc byte[2];
        content.Read(version, "the header");
        if (version is not [1 or 2 or 3, 0])
            throw FormatErrors.WrongVersion(content.Place, version[0], version[1]);
        Span<byte> length = stackalloc byte[4];
        content.Read(length[..(version[0] == 1 ? 2 : 4)], "the header");
        uint bytes = version[0] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(length) : BinaryPrimitives.ReadUInt32LittleEndian(length);
        return bytes <= LongestHeader
            ? (int)bytes
            : throw FormatErrors.TooLarge(content.Place, "the header", FormatErrors.Bytes(bytes), FormatErrors.Bytes(LongestHeader));
    }
}
