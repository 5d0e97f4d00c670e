using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>The peer's data: random bits on the device, of which an eighth are 1, gathered point by point for every update.</summary>
internal sealed class ResidentBits : IDataset
{
    private const int Points = 10_000;

    /// <summary>Of the bits that are 1, as in the peer's data and about as in MNIST.</summary>
    public const double Share = 0.13;

    private readonly MemoryBuffer1D<float, Stride1D.Dense> _bits;
    private readonly Action<Index2D, ArrayView<float>, ArrayView<int>, long, SampleView> _gather;

    public ResidentBits(int pixels, Accelerator accelerator)
    {
        Dimension = pixels;
        System.Random random = new(1);
        float[] bits = new float[Points * pixels];
        for (int i = 0; i < bits.Length; i++)
            bits[i] = random.NextDouble() < Share ? 1 : 0;
        _bits = accelerator.Allocate1D(bits);
        _gather = accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<float>, ArrayView<int>, long, SampleView>(Gather);
    }

    public int Dimension { get; }

    public EnergyGrid FigureGrid => new(0, 1, 1);

    public void Draw(in DataDraw draw) => _gather(
        new Index2D(draw.Samples.Batch, (int)draw.Seeds.Length), _bits.View, draw.Seeds, draw.Step, draw.Samples);

    public void Dispose() => _bits.Dispose();

    private static void Gather(Index2D at, ArrayView<float> bits, ArrayView<int> seeds, long step, SampleView samples)
    {
        PhiloxBlock random = KernelRandom.Bits(seeds[at.Y], (int)RandomPurpose.Shuffling, step, at.X, 0);
        int point = (int)(random.X % Points);
        for (int i = 0; i < samples.Features; i++)
            samples.Row(at.Y, i)[at.X] = bits[point * samples.Features + i];
    }
}
