using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Layers;

/// <summary>A <see cref="IComponentMap"/> on the samples of a tile, usable in kernels; X = tile, Y = seed.</summary>
internal static class ComponentRows
{
    /// <summary>z to z', or back.</summary>
    public static void Move<TMap>(Index2D at, SampleTiles tiles, TMap map, bool isPush, SampleRows numbers, ArrayView<float> z, ArrayView<float> logDet)
        where TMap : struct, IComponentMap
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int s = first; s < end; s += step)
        {
            float sum = logDet[s];
            var given = new ComponentNumbers(numbers, at.Y, s);
            z[s] = isPush ? map.Push(given, z[s], ref sum) : map.Pull(given, z[s], ref sum);
            logDet[s] = sum;
        }
    }

    /// <summary>z to z', or back, where the log-det is known.</summary>
    public static void Move<TMap>(Index2D at, SampleTiles tiles, TMap map, bool isPush, SampleRows numbers, ArrayView<float> z)
        where TMap : struct, IComponentMap
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int s = first; s < end; s += step)
        {
            float known = 0f;
            var given = new ComponentNumbers(numbers, at.Y, s);
            z[s] = isPush ? map.Push(given, z[s], ref known) : map.Pull(given, z[s], ref known);
        }
    }

    /// <summary>
    /// Gradients at z, of L(z', ln m'(z)) or, through the inverse, of L(z, ln m'(z)). Forward: dL/dz = G m' + l (ln m')'. Inverse, by the implicit function theorem:
    /// lambda = (dL/dz + l (ln m')') / m' is dL/dz', and the numbers have the gradients of the forward map at dL/dz' = -lambda.
    /// </summary>
    public static void Backward<TMap>(
        Index2D at, SampleTiles tiles, TMap map, bool isPush, SampleRows numbers, SampleRows numberGradients, ArrayView<float> z, ArrayView<float> gradient,
        ArrayView<float> logDetGradient)
        where TMap : struct, IComponentMap
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int s = first; s < end; s += step)
        {
            ComponentNumbers given = new(numbers, at.Y, s), wanted = new(numberGradients, at.Y, s);
            ComponentSlopes slopes = map.Slopes(given, z[s]);
            float ofLogDet = logDetGradient[s], own = ofLogDet * slopes.LogSlopeSlope;
            float adjoint = isPush ? gradient[s] : -(gradient[s] + own) / slopes.Slope;
            map.Backward(given, wanted, z[s], adjoint, ofLogDet);
            gradient[s] = isPush ? adjoint * slopes.Slope + own : -adjoint;
        }
    }
}
