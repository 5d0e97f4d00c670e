using FlowLab.Plugins.Datasets.Images;
using FlowLab.Random;
using ILGPU;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Binarizes points of single-precision intensities in [0, 1], padded to a multiple of four, by <see cref="Binarization"/>.</summary>
public readonly struct FloatInk(ArrayView<float> values, int valuesPerPoint, PointNumbers numbers) : IInkReader
{
    private readonly ArrayView<float> _values = values;
    private readonly int _valuesPerPoint = valuesPerPoint;
    private readonly PointNumbers _numbers = numbers;

    /// <inheritdoc/>
    public uint Ink(PointAddress address, int block)
    {
        int first = address.Row * _valuesPerPoint + Binarization.PixelsPerBlock * block;
        PhiloxBlock bits = Binarization.Bits(address.Seed, address.Epoch, _numbers.Of(address.Row), block);
        return Bit(bits.X, first) | Bit(bits.Y, first + 1) << 1 | Bit(bits.Z, first + 2) << 2 | Bit(bits.W, first + 3) << 3;
    }

    private uint Bit(uint bits, int at) => Binarization.IsInk(bits, _values[at]) ? 1u : 0u;
}
