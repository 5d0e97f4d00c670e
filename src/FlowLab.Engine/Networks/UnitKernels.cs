using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Networks;

/// <summary>
/// What lies between the matrix products of a <see cref="DeepNetwork"/>: X = sample, Y = hidden unit of a seed, counted through all seeds.
/// Linear units and hidden units are rows of one tape.
/// </summary>
public static class UnitKernels
{
    /// <summary>h_k = max over i in [window k, window (k + 1)) of x_i (Goodfellow et al. 2013). NaN wins.</summary>
    public static void Maxout(Index2D at, int hidden, int window, SampleView tape, int linearRow, int unitRow)
    {
        int seed = at.Y / hidden;
        int unit = at.Y - seed * hidden;
        float greatest = tape.Row(seed, linearRow + unit * window)[at.X];
        for (int i = 1; i < window; i++)
            greatest = XMath.Max(greatest, tape.Row(seed, linearRow + unit * window + i)[at.X]);
        tape.Row(seed, unitRow + unit)[at.X] = greatest;
    }

    /// <summary>Replaces the linear units by dL/dx: dL/dh for the first one that had the maximum, 0 for the others.</summary>
    public static void MaxoutBackward(Index2D at, int hidden, int window, SampleView tape, int linearRow, int unitRow, SampleView unitGradient)
    {
        int seed = at.Y / hidden;
        int unit = at.Y - seed * hidden;
        float greatest = tape.Row(seed, unitRow + unit)[at.X];
        float open = unitGradient.Row(seed, unit)[at.X];
        for (int i = 0; i < window; i++)
        {
            ArrayView<float> linear = tape.Row(seed, linearRow + unit * window + i);
            bool wins = linear[at.X] == greatest;
            linear[at.X] = wins ? open : 0f;
            open = wins ? 0f : open;
        }
    }

    /// <summary>Replaces linear combinations by the values of a pointwise function.</summary>
    public static void Apply<TFunction>(Index2D at, int hidden, SampleView tape, int unitRow)
        where TFunction : unmanaged, IPointwiseFunction
    {
        int seed = at.Y / hidden;
        ArrayView<float> row = tape.Row(seed, unitRow + at.Y - seed * hidden);
        TFunction function = default;
        row[at.X] = function.Value(row[at.X]);
    }

    /// <summary>Replaces values of a pointwise function by dL/d(linear combination).</summary>
    public static void ApplyBackward<TFunction>(Index2D at, int hidden, SampleView tape, int unitRow, SampleView unitGradient)
        where TFunction : unmanaged, IPointwiseFunction
    {
        int seed = at.Y / hidden;
        int unit = at.Y - seed * hidden;
        ArrayView<float> row = tape.Row(seed, unitRow + unit);
        TFunction function = default;
        row[at.X] = unitGradient.Row(seed, unit)[at.X] * function.SlopeAtValue(row[at.X]);
    }
}
