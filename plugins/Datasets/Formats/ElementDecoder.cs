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
        ElementType.UInt8 or ElementType.Int8 or ElementType.Bool => 1,
        ElementType.UInt16 or ElementType.Int16 or ElementType.Float16 => 2,
        ElementType.UInt32 or ElementType.Int32 or ElementType.Float32 => 4,
        _ => 8,
    };

    /// <summary>Decodes whole elements; those that no float32 can hold stay infinite or NaN and are counted.</summary>
    /// <param name="bytes">The elements as they are in the file.</param>
    /// <param name="values">One number for each.</param>
    /// <param name="first">Number of the first element.</param>
    /// <param name="faults">Where numbers that are not finite are noted.</param>
    public void Decode(ReadOnlySpan<byte> bytes, Span<float> values, long first, ElementFaults faults)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double value = Decode(bytes.Slice(i * Size, Size));
            values[i] = (float)value;
            if (!float.IsFinite(values[i]))
                faults.Add(first + i, value);
        }
    }

    private double Decode(ReadOnlySpan<byte> bytes) => type switch
    {
        ElementType.UInt8 => bytes[0],
        ElementType.Int8 => (sbyte)bytes[0],
        ElementType.Bool => bytes[0] == 0 ? 0 : 1,
        _ => isBigEndian ? DecodeBigEndian(bytes) : DecodeLittleEndian(bytes),
    };

    private double DecodeLittleEndian(ReadOnlySpan<byte> bytes) => type switch
    {
        ElementType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        ElementType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        ElementType.Float16 => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        ElementType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        ElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        ElementType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        ElementType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        ElementType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };

    private double DecodeBigEndian(ReadOnlySpan<byte> bytes) => type switch
    {
        ElementType.UInt16 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        ElementType.Int16 => BinaryPrimitives.ReadInt16BigEndian(bytes),
        ElementType.Float16 => (double)BinaryPrimitives.ReadHalfBigEndian(bytes),
        ElementType.UInt32 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        ElementType.Int32 => BinaryPrimitives.ReadInt32BigEndian(bytes),
        ElementType.UInt64 => BinaryPrimitives.ReadUInt64BigEndian(bytes),
        ElementType.Int64 => BinaryPrimitives.ReadInt64BigEndian(bytes),
        ElementType.Float32 => BinaryPrimitives.ReadSingleBigEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleBigEndian(bytes),
    };
}
