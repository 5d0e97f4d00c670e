using FlowLab.Random;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>The kernel side of <see cref="Checkerboard"/>.</summary>
public readonly struct CheckerboardSampler(float cell) : ISampler
{
    private readonly float _cell = cell;

    /// <inheritdoc/>
    public PlanePoint Sample(PhiloxBlock bits)
    {
        // Four columns; every second one is shifted up by one cell, and each has two cells.
        int column = (int)(bits.Z >> 30);
        int row = (column & 1) + 2 * (int)(bits.W >> 31);
        return new PlanePoint(
            _cell * (column - 2 + KernelRandom.Uniform(bits.X)),
            _cell * (row - 2 + KernelRandom.Uniform(bits.Y)));
    }
}
