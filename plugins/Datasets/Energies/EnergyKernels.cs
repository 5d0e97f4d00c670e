using System.Runtime.CompilerServices;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>
/// Kernels over (sample, seed): X counts samples, Y counts seeds. They are inlined into the loop over instances, which saves a copy of
/// their arguments per instance.
/// </summary>
public static class EnergyKernels
{
    /// <summary>Half the side of the square that the wall surrounds.</summary>
    public const float WallStart = 4f;

    /// <summary>U(z) with wall.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Evaluate<TEnergy>(Index2D index, SampleView state, ArrayView<float> energy, float stiffness)
        where TEnergy : unmanaged, IEnergyKernel
    {
        int at = index.Y * state.Batch + index.X;
        int first = at + index.Y * state.Batch;
        EnergyPoint point = At<TEnergy>(state.Values[first], state.Values[first + state.Batch], stiffness);
        energy[at] = point.Value;
    }

    /// <summary>U(z) with wall, and its gradient times <paramref name="scale"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EvaluateWithGradient<TEnergy>(
        Index2D index, SampleView state, ArrayView<float> energy, SampleView gradient, float stiffness, float scale)
        where TEnergy : unmanaged, IEnergyKernel
    {
        int at = index.Y * state.Batch + index.X;
        int first = at + index.Y * state.Batch;
        int second = first + state.Batch;
        EnergyPoint point = At<TEnergy>(state.Values[first], state.Values[second], stiffness);
        energy[at] = point.Value;
        gradient.Values[first] = scale * point.Slope1;
        gradient.Values[second] = scale * point.Slope2;
    }

    /// <summary>Adds <paramref name="scale"/> times the product of U's second derivatives, wall and all, with the direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddCurvature<TEnergy>(
        Index2D index, SampleView state, SampleView direction, SampleView product, float stiffness, float scale)
        where TEnergy : unmanaged, IEnergyKernel
    {
        int first = (2 * index.Y) * state.Batch + index.X;
        int second = first + state.Batch;
        float z1 = state.Values[first];
        float z2 = state.Values[second];
        TEnergy energy = default;
        EnergyCurve inside = energy.CurveAt(z1, z2);
        float curve11 = inside.Curve11 + Wall(z1, stiffness);
        float curve22 = inside.Curve22 + Wall(z2, stiffness);
        float direction1 = direction.Values[first];
        float direction2 = direction.Values[second];
        product.Values[first] += scale * (curve11 * direction1 + inside.Curve12 * direction2);
        product.Values[second] += scale * (inside.Curve12 * direction1 + curve22 * direction2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EnergyPoint At<TEnergy>(float z1, float z2, float stiffness)
        where TEnergy : unmanaged, IEnergyKernel
    {
        TEnergy energy = default;
        EnergyPoint inside = energy.At(z1, z2);
        float excess1 = Excess(z1);
        float excess2 = Excess(z2);
        return new EnergyPoint(
            inside.Value + 0.5f * stiffness * (excess1 * excess1 + excess2 * excess2),
            inside.Slope1 + stiffness * excess1,
            inside.Slope2 + stiffness * excess2);
    }

    /// <summary>How far z lies outside [-4, 4], with its sign.</summary>
    private static float Excess(float z) => z - XMath.Max(-WallStart, XMath.Min(z, WallStart));

    private static float Wall(float z, float stiffness) => XMath.Abs(z) > WallStart ? stiffness : 0f;
}
