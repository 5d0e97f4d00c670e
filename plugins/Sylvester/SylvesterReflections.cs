using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Sylvester;

/// <summary>
/// Householder reflections x - 2 v v'x / |v|^2 of rows of samples, usable in kernels; X = tile, Y = seed. The first two scratch rows are theirs. A v shorter
/// than 1e-10 names no direction, and its reflection is the identity.
/// </summary>
public static class SylvesterReflections
{
    private const float SmallestNorm = 1e-20f;

    /// <summary>Reflects the state by the vector that starts at the first of <paramref name="vector"/>.</summary>
    public static void Reflect(Index2D at, SampleTiles tiles, SampleView state, ParameterView vector, SampleView scratch)
    {
        ArrayView<float> share = scratch.Row(at.Y, 0);
        float factor = Factor(at, vector, state.Features);
        Project(at, tiles, state, vector, share);
        Subtract(at, tiles, state, vector, factor, share);
    }

    /// <summary>
    /// Reflects the state x and the adjoint G and gives dL/dv: with both at the output of the reflection it is 2 / |v|^2 sum (v'x) G - (v'G) x; with
    /// both at its input it is the same with the other sign.
    /// </summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="tiles">How samples are dealt to tiles.</param>
    /// <param name="state">x.</param>
    /// <param name="adjoint">G.</param>
    /// <param name="vector">v.</param>
    /// <param name="gradient">dL/dv, starting at v's first.</param>
    /// <param name="add">Whether it is added to what is there, or assigned.</param>
    /// <param name="scratch">Two rows.</param>
    public static void ReflectBackward(
        Index2D at, SampleTiles tiles, SampleView state, SampleView adjoint, ParameterView vector, ParameterView gradient, bool add, SampleView scratch)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        ArrayView<float> along = scratch.Row(at.Y, 0), adjointAlong = scratch.Row(at.Y, 1);
        float factor = Factor(at, vector, state.Features);
        Project(at, tiles, state, vector, along);
        Project(at, tiles, adjoint, vector, adjointAlong);
        for (int d = 0; d < state.Features; d++)
        {
            ArrayView<float> x = state.Row(at.Y, d), g = adjoint.Row(at.Y, d);
            float sum = 0f;
            for (int s = first; s < end; s += step)
                sum += along[s] * g[s] - adjointAlong[s] * x[s];
            gradient.At(at.Y, at.X, d) = factor * sum + (add ? gradient.At(at.Y, at.X, d) : 0f);
        }
        Subtract(at, tiles, state, vector, factor, along);
        Subtract(at, tiles, adjoint, vector, factor, adjointAlong);
    }

    /// <summary>2 / |v|^2, or 0.</summary>
    private static float Factor(Index2D at, ParameterView vector, int dimension)
    {
        float norm = 0f;
        for (int d = 0; d < dimension; d++)
            norm += vector.At(at.Y, at.X, d) * vector.At(at.Y, at.X, d);
        return norm < SmallestNorm ? 0f : 2f / norm;
    }

    /// <summary>target = v'x.</summary>
    private static void Project(Index2D at, SampleTiles tiles, SampleView state, ParameterView vector, ArrayView<float> target)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int s = first; s < end; s += step)
            target[s] = 0f;
        for (int d = 0; d < state.Features; d++)
        {
            float v = vector.At(at.Y, at.X, d);
            ArrayView<float> x = state.Row(at.Y, d);
            for (int s = first; s < end; s += step)
                target[s] += v * x[s];
        }
    }

    /// <summary>x -= factor v share.</summary>
    private static void Subtract(Index2D at, SampleTiles tiles, SampleView state, ParameterView vector, float factor, ArrayView<float> share)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < state.Features; d++)
        {
            float v = factor * vector.At(at.Y, at.X, d);
            ArrayView<float> x = state.Row(at.Y, d);
            for (int s = first; s < end; s += step)
                x[s] -= v * share[s];
        }
    }
}
