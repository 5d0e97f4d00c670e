using FlowLab.Plugins.Datasets.Images;
using FlowLab.Random;
using ILGPU;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Binarizes points of bytes, four to a word, by <see cref="Binarization"/>.</summary>
public readonly struct ByteInk(ArrayView<uint> words, int wordsPerPoint, PointNumbers numbers) : IInkReader
{
    private readonly ArrayView<uint> _words = words;
    private readonly int _wordsPerPoint = wordsPerPoint;
    private readonly PointNumbers _numbers = numbers;

    /// <inheritdoc/>
    public uint Ink(PointAddress address, int block)
    {
        uint word = _words[address.Row * _wordsPerPoint + block];
        PhiloxBlock bits = Binarization.Bits(address.Seed, address.Epoch, _numbers.Of(address.Row), block);
        return Bit(bits.X, word & 255) | Bit(bits.Y, (word >> 8) & 255) << 1 | Bit(bits.Z, (word >> 16) & 255) << 2 | Bit(bits.W, word >> 24) << 3;
    }

    private static uint Bit(uint bits, uint intensity) => Binarization.IsInk(bits, (int)intensity) ? 1u : 0u;
}
