using System.Runtime.CompilerServices;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>The kernel side of <see cref="U3"/>.</summary>
public readonly struct U3Kernel : IEnergyKernel
{
    private const float BranchPrecision = 1f / (0.35f * 0.35f);
    private const float BumpPrecision = 1f / (0.6f * 0.6f);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnergyPoint At(float z1, float z2)
    {
        float offset = z1 - 1f;
        float shift = 3f * XMath.Exp(-0.5f * BumpPrecision * offset * offset);

        // Multiplied in this order 0 times infinity cannot occur: the shift has vanished long before the offset overflows.
        float shiftSlope = -(shift * offset) * BumpPrecision;
        return EnergyMath.TwoBranches(z1, z2, shift, shiftSlope, BranchPrecision, BranchPrecision);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EnergyCurve CurveAt(float z1, float z2)
    {
        float offset = z1 - 1f;
        float shift = 3f * XMath.Exp(-0.5f * BumpPrecision * offset * offset);
        float slope = shift * offset;
        float bend = BumpPrecision * (BumpPrecision * slope * offset - shift);
        return EnergyMath.CurveOfTwoBranches(z1, z2, new EnergyPoint(shift, -slope * BumpPrecision, bend), BranchPrecision, BranchPrecision);
    }
}
