using System.Buffers.Binary;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>
/// The IDX format of MNIST: two zero bytes, the type of the elements, the number of axes, the length of each axis as four bytes, then the
/// elements; everything big-endian. The file may be compressed (.gz). Y. LeCun, C. Cortes, C. Burges, The MNIST database.
/// </summary>
public static class IdxReader
{
    private const int MagicBytes = 4;
    private const int AxisBytes = 4;
    private const string Magic = "an IDX file, which begins with 00 00, a type and the number of axes, such as 00000803";

    private static readonly Dictionary<byte, ElementType> Types = new()
    {
        [0x08] = ElementType.UInt8,
        [0x09] = ElementType.Int8,
        [0x0B] = ElementType.Int16,
        [0x0C] = ElementType.Int32,
        [0x0D] = ElementType.Float32,
        [0x0E] = ElementType.Float64,
    };

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

    private static ImageTable Read(Content content, ChannelOrder channels)
    {
        Span<byte> magic = stackalloc byte[MagicBytes];
        content.Read(magic, "the IDX header");
        if (magic is not [0, 0, _, _])
            throw FormatErrors.WrongFormat(content.Place, Magic, magic);
        if (!Types.TryGetValue(magic[2], out ElementType type))
            throw FormatErrors.WrongType(content.Place, $"0x{magic[2]:x2}", string.Join(", ", Types.Keys.Select(key => $"0x{key:x2}")));
        return ArrayReader.Read(content, new ArrayHeader(ReadShape(content, magic[3]), type, IsBigEndian: true, IsFortranOrder: false), channels);
    }

    private static long[] ReadShape(Content content, int axes)
    {
        var shape = new long[axes];
        Span<byte> length = stackalloc byte[AxisBytes];
        for (int axis = 0; axis < axes; axis++)
        {
            content.Read(length, "the IDX header");
            shape[axis] = BinaryPrimitives.ReadUInt32BigEndian(length);
        }
        return shape;
    }
}
