using FlowLab.Random;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>The kernel side of <see cref="Pinwheel"/>.</summary>
public readonly struct PinwheelSampler(PinwheelSettings settings) : ISampler
{
    private readonly int _arms = settings.Arms;
    private readonly float _radialNoise = (float)settings.RadialNoise;
    private readonly float _tangentialNoise = (float)settings.TangentialNoise;
    private readonly float _rate = (float)settings.Rate;

    /// <inheritdoc/>
    public PlanePoint Sample(PhiloxBlock bits)
    {
        // The high half of a 32 x 32 bit product is uniform in 0 .. arms - 1 up to arms / 2^32.
        int arm = (int)(((ulong)bits.X * (uint)_arms) >> 32);
        NormalPair normal = KernelRandom.Normal(bits.Z, bits.W);
        float along = 1f + _radialNoise * normal.First;
        float across = _tangentialNoise * normal.Second;
        float angle = 2f * XMath.PI * arm / _arms + _rate * XMath.Exp(along);
        float cosine = XMath.Cos(angle);
        float sine = XMath.Sin(angle);
        return new PlanePoint(2f * (along * cosine + across * sine), 2f * (across * cosine - along * sine));
    }
}
