using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace FlowLab.Host.Exports;

/// <summary>An array as NumPy's .npy format 1.0 holds it: magic, header, numbers in little-endian C order.</summary>
public sealed class NpyArray
{
    private const int HeaderAlignment = 64;
    private const int PieceLength = 1 << 20;

    private readonly Action<Stream> _writeData;

    private NpyArray(string name, string type, IReadOnlyList<long> shape, Action<Stream> writeData)
    {
        Name = name;
        Type = type;
        Shape = shape;
        _writeData = writeData;
    }

    /// <summary>Its key in a .npz file.</summary>
    public string Name { get; }

    /// <summary>NumPy's name of the type of its numbers, such as &lt;f4.</summary>
    public string Type { get; }

    /// <summary>The axes, the last fastest; none for a single number.</summary>
    public IReadOnlyList<long> Shape { get; }

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Numbers in single precision.</summary>
    public static NpyArray Of(string name, float[] values, params IReadOnlyList<int> shape) => new(name, "<f4", Fitting(values.Length, shape), stream => Write(stream, values));

    /// <summary>Numbers in double precision.</summary>
    public static NpyArray OfDoubles(string name, double[] values, params IReadOnlyList<int> shape) => new(name, "<f8", Fitting(values.Length, shape), stream => Write(stream, values));

    /// <summary>Whole numbers.</summary>
    public static NpyArray OfWhole(string name, long[] values) => new(name, "<i8", [values.Length], stream => Write(stream, values));

    /// <summary>Numbers in single precision that are made while they are written.</summary>
    /// <param name="name">Its key in a .npz file.</param>
    /// <param name="shape">The axes, the last fastest.</param>
    /// <param name="write">Writes them all, with <see cref="Write{T}"/>.</param>
    public static NpyArray Streamed(string name, IReadOnlyList<long> shape, Action<Stream> write) => new(name, "<f4", shape, write);

    /// <summary>One number in double precision.</summary>
    public static NpyArray Of(string name, double value) => new(name, "<f8", [], stream => Write(stream, [value]));

    /// <summary>One whole number.</summary>
    public static NpyArray Of(string name, long value) => new(name, "<i8", [], stream => Write(stream, [value]));

    /// <summary>Writes the whole file.</summary>
    public void WriteTo(Stream stream)
    {
        stream.Write(Magic);
        stream.Write(Header());
        _writeData(stream);
    }

    /// <summary>The length of the header and the header, padded so that the numbers start at a multiple of 64 bytes.</summary>
    private byte[] Header()
    {
        string shape = string.Concat(Shape.Select(axis => string.Create(CultureInfo.InvariantCulture, $"{axis}, ")));
        string text = $"{{'descr': '{Type}', 'fortran_order': False, 'shape': ({(Shape.Count > 1 ? shape.TrimEnd(',', ' ') : shape.TrimEnd(' '))}), }}";
        int unpadded = Magic.Length + sizeof(ushort) + text.Length + 1;
        string padded = text + new string(' ', (HeaderAlignment - unpadded % HeaderAlignment) % HeaderAlignment) + '\n';
        byte[] header = new byte[sizeof(ushort) + padded.Length];
        BitConverter.TryWriteBytes(header, checked((ushort)padded.Length));
        Encoding.ASCII.GetBytes(padded, header.AsSpan(sizeof(ushort)));
        return header;
    }

    /// <summary>Writes numbers as files hold them.</summary>
    internal static void Write<T>(Stream stream, T[] values) where T : unmanaged
    {
        for (int first = 0; first < values.Length; first += PieceLength)
            stream.Write(MemoryMarshal.AsBytes(values.AsSpan(first, Math.Min(PieceLength, values.Length - first))));
    }

    private static IReadOnlyList<long> Fitting(int count, IReadOnlyList<int> shape) => shape.Aggregate(1L, (product, axis) => product * axis) == count
        ? [.. shape.Select(axis => (long)axis)]
        : throw new ArgumentException($"{count} numbers are no array of {string.Join(" x ", shape)}.", nameof(shape));
}
