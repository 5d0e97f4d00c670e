using FlowLab.Random;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>The kernel side of <see cref="EightGaussians"/>.</summary>
public readonly struct EightGaussiansSampler(float radius, float noise) : ISampler
{
    private readonly float _radius = radius;
    private readonly float _noise = noise;

    /// <inheritdoc/>
    public PlanePoint Sample(PhiloxBlock bits)
    {
        float angle = XMath.PIFourth * (int)(bits.X >> 29);
        NormalPair noise = KernelRandom.Normal(bits.Z, bits.W);
        return new PlanePoint(
            _radius * XMath.Cos(angle) + _noise * noise.First,
            _radius * XMath.Sin(angle) + _noise * noise.Second);
    }
}
