using FlowLab.Random;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>The kernel side of <see cref="TwoMoons"/>.</summary>
public readonly struct TwoMoonsSampler(float noise) : ISampler
{
    private readonly float _noise = noise;

    /// <inheritdoc/>
    public PlanePoint Sample(PhiloxBlock bits)
    {
        float angle = XMath.PI * KernelRandom.Uniform(bits.X);
        float x = XMath.Cos(angle);
        float y = XMath.Sin(angle);
        if ((bits.Y >> 31) != 0u)
        {
            x = 1f - x;
            y = 0.5f - y;
        }

        NormalPair noise = KernelRandom.Normal(bits.Z, bits.W);
        return new PlanePoint(2f * (x + _noise * noise.First) - 1f, 2f * (y + _noise * noise.Second) - 0.2f);
    }
}
