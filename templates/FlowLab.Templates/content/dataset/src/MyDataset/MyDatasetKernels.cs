using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Algorithms;

namespace MyDataset;

/// <summary>One kernel instance per point: X = sample, Y = seed.</summary>
public static class MyDatasetKernels
{
    private const float Turns = 1.5f;
    private const float FirstRadius = 0.5f;
    private const float LastRadius = 3.5f;

    /// <summary>Random numbers are addressed by seed, purpose, step and sample, so that a point is the same bits on every device and in every launch.</summary>
    public static void Draw(Index2D at, ArrayView<int> seeds, int purpose, long step, SampleView samples, float noise)
    {
        PhiloxBlock place = KernelRandom.Bits(seeds[at.Y], purpose, step, at.X, 0), jitter = KernelRandom.Bits(seeds[at.Y], purpose, step, at.X, 1);
        float along = KernelRandom.Uniform(place.X);
        float radius = FirstRadius + (LastRadius - FirstRadius) * along, angle = 2f * XMath.PI * Turns * along;
        NormalPair off = KernelRandom.Normal(jitter.X, jitter.Y);
        samples.Row(at.Y, 0)[at.X] = radius * XMath.Cos(angle) + noise * off.First;
        samples.Row(at.Y, 1)[at.X] = radius * XMath.Sin(angle) + noise * off.Second;
    }
}
