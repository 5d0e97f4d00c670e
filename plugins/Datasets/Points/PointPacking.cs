using System.Runtime.InteropServices;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Points of the host as words for a device: bytes or single-precision numbers, each point padded with zeros to a multiple of four features.</summary>
/// <param name="images">The points.</param>
/// <param name="isBinary">Whether they are 0 or 1, which bytes then have as 0 and 255, so that everything reads them as intensities.</param>
internal sealed class PointPacking(ImageTable images, bool isBinary)
{
    private const int Padding = 4;

    /// <summary>Features of a point with their padding.</summary>
    public int FeaturesPerPoint { get; } = (images.Dimension + Padding - 1) / Padding * Padding;

    /// <summary>Words of a point.</summary>
    public int WordsPerPoint => FeaturesPerPoint * (images.Bytes is null ? sizeof(float) : 1) / sizeof(uint);

    /// <summary>Packs neighboring points.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    public uint[] Pack(int first, int count)
    {
        var words = new uint[count * (long)WordsPerPoint];
        if (images.Bytes is { } bytes)
            Copy(bytes, first, count, MemoryMarshal.AsBytes(words.AsSpan()));
        else
            Copy(images.Floats!, first, count, MemoryMarshal.Cast<uint, float>(words.AsSpan()));
        return words;
    }

    private void Copy(byte[] values, int first, int count, Span<byte> packed)
    {
        Copy<byte>(values, first, count, packed);
        if (isBinary)
            foreach (ref byte value in packed)
                value *= byte.MaxValue;
    }

    private void Copy<T>(T[] values, int first, int count, Span<T> packed)
    {
        for (int i = 0; i < count; i++)
            values.AsSpan((first + i) * images.Dimension, images.Dimension).CopyTo(packed[(i * FeaturesPerPoint)..]);
    }
}
