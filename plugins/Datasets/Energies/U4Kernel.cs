using System.Runtime.CompilerServices;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>The kernel side of <see cref="U4"/>.</summary>
public readonly struct U4Kernel : IEnergyKernel
{
    private const float UpperPrecision = 1f / (0.4f * 0.4f);
    private const float LowerPrecision = 1f / (0.35f * 0.35f);
    private const float StepPrecision = 1f / 0.3f;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnergyPoint At(float z1, float z2)
    {
        float x = StepPrecision * (z1 - 1f);
        float ratio = XMath.Exp(-XMath.Abs(x));
        float larger = 1f / (1f + ratio);
        float smaller = ratio * larger;
        float shift = 3f * (x < 0f ? smaller : larger);
        return EnergyMath.TwoBranches(z1, z2, shift, 3f * StepPrecision * larger * smaller, UpperPrecision, LowerPrecision);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnergyCurve CurveAt(float z1, float z2)
    {
        float x = StepPrecision * (z1 - 1f);
        float ratio = XMath.Exp(-XMath.Abs(x));
        float larger = 1f / (1f + ratio);
        float smaller = ratio * larger;
        float share = x < 0f ? smaller : larger;
        float slope = 3f * StepPrecision * larger * smaller;
        return EnergyMath.CurveOfTwoBranches(
            z1, z2, new EnergyPoint(3f * share, slope, slope * StepPrecision * (1f - 2f * share)), UpperPrecision, LowerPrecision);
    }
}
