using System.Runtime.CompilerServices;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>The kernel side of <see cref="U1"/>.</summary>
public readonly struct U1Kernel : IEnergyKernel
{
    private const float RingPrecision = 1f / (0.4f * 0.4f);
    private const float ModePrecision = 1f / (0.6f * 0.6f);
    private const float SmallestRadius = 1e-18f;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnergyPoint At(float z1, float z2)
    {
        // The gradient of |z| has no value at 0; z / max(|z|, tiny) goes to 0 there, the mean over all directions.
        float radius = XMath.Sqrt(z1 * z1 + z2 * z2);
        float ring = RingPrecision * (1f - 2f / XMath.Max(radius, SmallestRadius));
        float right = z1 - 2f;
        float left = z1 + 2f;
        EnergyPoint modes = EnergyMath.SoftMinimum(
            0.5f * ModePrecision * right * right, 0.5f * ModePrecision * left * left, -4f * ModePrecision * z1);
        return new EnergyPoint(
            0.5f * RingPrecision * (radius - 2f) * (radius - 2f) + modes.Value,
            ring * z1 + ModePrecision * (modes.Slope1 * right + modes.Slope2 * left),
            ring * z2);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnergyCurve CurveAt(float z1, float z2)
    {
        // Ring: p ((1 - 2 / r) I + 2 / r n n'), n = z / r. Modes: their common precision, less the spread of their slopes, which differ by 4 times it.
        float radius = XMath.Max(XMath.Sqrt(z1 * z1 + z2 * z2), SmallestRadius);
        float bend = 2f / radius;
        float n1 = z1 / radius;
        float n2 = z2 / radius;
        float ratio = XMath.Exp(-XMath.Abs(4f * ModePrecision * z1));
        float shares = ratio / ((1f + ratio) * (1f + ratio));
        float modes = ModePrecision - 16f * ModePrecision * ModePrecision * shares;
        return new EnergyCurve(
            RingPrecision * (1f - bend * n2 * n2) + modes, RingPrecision * bend * n1 * n2, RingPrecision * (1f - bend * n1 * n1));
    }
}
