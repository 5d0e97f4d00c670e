using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>What compiled expressions call. Usable in kernels; public because they stand in an assembly of their own.</summary>
public static class FormulaMath
{
    private const float SmallestRoot = 1e-18f;

    /// <summary>ln(e^x + e^y) without overflow or underflow.</summary>
    public static float LogAddExp(float x, float y) => XMath.Max(x, y) + KernelMath.Log1P(XMath.Exp(-XMath.Abs(x - y)));

    /// <summary>-1, 0 or 1.</summary>
    public static float Sign(float x) => x > 0f ? 1f : x < 0f ? -1f : 0f;

    /// <summary>1 / sqrt(x), at most 1e18.</summary>
    public static float InverseRoot(float x) => 1f / XMath.Max(XMath.Sqrt(x), SmallestRoot);

    /// <summary>1 where x is less than y, else 0.</summary>
    public static float IsLess(float x, float y) => x < y ? 1f : 0f;

    /// <summary>Coordinate <paramref name="coordinate"/> of a sample; X counts samples, Y seeds.</summary>
    public static float Coordinate(Index2D index, SampleView state, int coordinate) => state.Values[Place(index, state, coordinate)];

    /// <summary>Stores the energy of a sample, with the wall around [-start, start]^D.</summary>
    /// <param name="index">X counts samples, Y seeds.</param>
    /// <param name="state">[R, D, B].</param>
    /// <param name="energy">[R, B].</param>
    /// <param name="value">U(z) without the wall.</param>
    /// <param name="wall">The wall.</param>
    public static void StoreEnergy(Index2D index, SampleView state, ArrayView<float> energy, float value, Wall wall)
    {
        float outside = 0f;
        for (int d = 0; d < state.Features; d++)
        {
            float excess = wall.Excess(Coordinate(index, state, d));
            outside += excess * excess;
        }
        energy[index.Y * state.Batch + index.X] = value + 0.5f * wall.Stiffness * outside;
    }

    /// <summary>Stores a coordinate's slope, with that of the wall, times <paramref name="scale"/>.</summary>
    public static void StoreSlope(Index2D index, SampleView state, SampleView gradient, int coordinate, float slope, Wall wall, float scale) =>
        gradient.Values[Place(index, state, coordinate)] = scale * (slope + wall.Stiffness * wall.Excess(Coordinate(index, state, coordinate)));

    private static int Place(Index2D index, SampleView state, int coordinate) => (index.Y * state.Features + coordinate) * state.Batch + index.X;
}
