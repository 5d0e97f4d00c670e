using System.Buffers.Binary;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>Turns the elements of a file into single-precision numbers. Integers beyond 2^24 are rounded to the nearest float.</summary>
internal sealed class ElementDecoder(ElementType type, bool isBigEndian)
{
    /// <summary>Bytes of an element.</summary>
    public int Size => SizeOf(type);

    /// <summary>Bytes of an element.</summary>
    public static int SizeOf(ElementType type) => type switch
    {
        ElementType.UInt8 or ElementType.Int8 => 1,
        ElementType.Int16 => 2,
        ElementType.Int32 or ElementType.Float32 => 4,
        _ => 8,
    };

    /// <summary>Decodes whole elements.</summary>
    /// <param name="bytes">The elements as they are in the file.</param>
    /// <param name="values">One number for each.</param>
    /// <param name="place">The file, for messages.</param>
    /// <param name="first">Number of the first element, for messages.</param>
    public void Decode(ReadOnlySpan<byte> bytes, Span<float> values, string place, long first)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double value = Decode(bytes.Slice(i * Size, Size));
            float single = (float)value;
            if (!float.IsFinite(single))
                throw FormatErrors.NotFinite(place, first + i, value);
            values[i] = single;
        }
    }

    private double Decode(ReadOnlySpan<byte> bytes) => type switch
    {
        ElementType.UInt8 => bytes[0],
        ElementType.Int8 => (sbyte)bytes[0],
        ElementType.Int16 => isBigEndian ? BinaryPrimitives.ReadInt16BigEndian(bytes) : BinaryPrimitives.ReadInt16LittleEndian(bytes),
        ElementType.Int32 => isBigEndian ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes),
        ElementType.Float32 => isBigEndian ? BinaryPrimitives.ReadSingleBigEndian(bytes) : BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => isBigEndian ? BinaryPrimitives.ReadDoubleBigEndian(bytes) : BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };
}
