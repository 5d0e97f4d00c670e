using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Hamiltonian;

/// <summary>
/// What happens at one point z_k of a path, once the gradient g of ln p is known there, in either direction; X = tile, Y = seed. Rows j D .. (j + 1) D - 1 of omega
/// are the momentum of stretch j: noise before its draw, the momentum while the path is in the stretch and behind it.
/// </summary>
public static class HamiltonianKernels
{
    private const float HalfLogTwoPi = 0.91893853320467274f;

    /// <summary>At z_k: the second half of the kick of the step that led here, if there was one; draw, first half and drift of the step from here, if there is one.</summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="gradient">g at z_k.</param>
    /// <param name="shape">Where parameters are.</param>
    /// <param name="point">k.</param>
    public static void Forward(Index2D at, FlowForward pass, SampleView gradient, HamiltonianShape shape, int point)
    {
        if (point > 0)
            End(at, pass, gradient, shape, point - 1);
        if (point < pass.Batch.Layers)
            Begin(at, pass, gradient, shape, point);
    }

    /// <summary>Undoes <see cref="Forward"/>, but for the drift, which <see cref="GoBack"/> has undone.</summary>
    public static void Inverse(Index2D at, FlowInverse pass, SampleView gradient, HamiltonianShape shape, int point)
    {
        if (point < pass.Batch.Layers)
            UndoBegin(at, pass, gradient, shape, point);
        if (point > pass.FirstLayer)
            UndoEnd(at, pass, gradient, shape, point - 1);
    }

    /// <summary>z_k = z_(k+1) - s omega, the momentum between the halves of its kick.</summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="batch">Of the pass.</param>
    /// <param name="state">z_(k+1), then z_k.</param>
    /// <param name="auxiliary">omega.</param>
    /// <param name="shape">Where parameters are.</param>
    /// <param name="layer">k.</param>
    public static void GoBack(Index2D at, FlowBatch batch, SampleView state, SampleView auxiliary, HamiltonianShape shape, int layer)
    {
        SampleTiles tiles = batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        ParameterView own = batch.Parameters.Skip(shape.Layer(layer));
        for (int d = 0; d < shape.Dimension; d++)
        {
            ArrayView<float> z = state.Row(at.Y, d), momentum = auxiliary.Row(at.Y, shape.StretchOf(layer) * shape.Dimension + d);
            float size = shape.LargestStep * KernelMath.Sigmoid(own.At(at.Y, at.X, d));
            for (int s = first; s < end; s += step)
                z[s] -= size * momentum[s];
        }
    }

    /// <summary>omega = mean + e^logsd eps if it is drawn here; omega += s h / 2, z += s omega.</summary>
    private static void Begin(Index2D at, FlowForward pass, SampleView gradient, HamiltonianShape shape, int layer)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step, stretch = shape.StretchOf(layer);
        ParameterView own = pass.Batch.Parameters.Skip(shape.Layer(layer));
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        for (int d = 0; d < shape.Dimension; d++)
        {
            ArrayView<float> z = pass.State.Row(at.Y, d), g = gradient.Row(at.Y, d), momentum = pass.Auxiliary.Row(at.Y, stretch * shape.Dimension + d);
            if (shape.IsFirst(layer))
            {
                var draw = new HamiltonianMomentum(pass.Batch.Parameters.Skip(shape.Draw(stretch)), at, shape.Dimension, d);
                float deviation = XMath.Exp(draw.LogDeviation);
                for (int s = first; s < end; s += step)
                {
                    momentum[s] = draw.Mean(z[s], g[s]) + deviation * momentum[s];
                    logDet[s] += draw.LogDeviation;
                }
            }
            var force = new HamiltonianForce(shape, own, at, d);
            for (int s = first; s < end; s += step)
            {
                float kicked = momentum[s] + 0.5f * force.Step * force.Of(z[s], g[s]);
                momentum[s] = kicked;
                z[s] += force.Step * kicked;
            }
        }
    }

    /// <summary>omega = cool (omega + s h / 2); ln r(omega | z) where the stretch ends.</summary>
    private static void End(Index2D at, FlowForward pass, SampleView gradient, HamiltonianShape shape, int layer)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step, stretch = shape.StretchOf(layer);
        ParameterView own = pass.Batch.Parameters.Skip(shape.Layer(layer));
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> logReverse = pass.LogReverse.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        float logCool = HamiltonianForce.LogCool(shape, own, at), cool = XMath.Exp(logCool);
        for (int d = 0; d < shape.Dimension; d++)
        {
            ArrayView<float> z = pass.State.Row(at.Y, d), g = gradient.Row(at.Y, d), momentum = pass.Auxiliary.Row(at.Y, stretch * shape.Dimension + d);
            var force = new HamiltonianForce(shape, own, at, d);
            for (int s = first; s < end; s += step)
            {
                momentum[s] = cool * (momentum[s] + 0.5f * force.Step * force.Of(z[s], g[s]));
                logDet[s] += logCool;
            }
            if (!shape.IsLast(layer))
                continue;
            var reverse = new HamiltonianMomentum(pass.Batch.Parameters.Skip(shape.Reverse(stretch)), at, shape.Dimension, d);
            float precision = XMath.Exp(-2f * reverse.LogDeviation);
            for (int s = first; s < end; s += step)
            {
                float error = momentum[s] - reverse.Mean(z[s], g[s]);
                logReverse[s] -= HalfLogTwoPi + reverse.LogDeviation + 0.5f * error * error * precision;
            }
        }
    }

    private static void UndoBegin(Index2D at, FlowInverse pass, SampleView gradient, HamiltonianShape shape, int layer)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step, stretch = shape.StretchOf(layer);
        ParameterView own = pass.Batch.Parameters.Skip(shape.Layer(layer));
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        for (int d = 0; d < shape.Dimension; d++)
        {
            ArrayView<float> z = pass.State.Row(at.Y, d), g = gradient.Row(at.Y, d), momentum = pass.Auxiliary.Row(at.Y, stretch * shape.Dimension + d);
            var force = new HamiltonianForce(shape, own, at, d);
            for (int s = first; s < end; s += step)
                momentum[s] -= 0.5f * force.Step * force.Of(z[s], g[s]);
            if (!shape.IsFirst(layer))
                continue;
            var draw = new HamiltonianMomentum(pass.Batch.Parameters.Skip(shape.Draw(stretch)), at, shape.Dimension, d);
            float inverseDeviation = XMath.Exp(-draw.LogDeviation);
            for (int s = first; s < end; s += step)
            {
                momentum[s] = (momentum[s] - draw.Mean(z[s], g[s])) * inverseDeviation;
                logDet[s] += draw.LogDeviation;
            }
        }
    }

    private static void UndoEnd(Index2D at, FlowInverse pass, SampleView gradient, HamiltonianShape shape, int layer)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step, stretch = shape.StretchOf(layer);
        ParameterView own = pass.Batch.Parameters.Skip(shape.Layer(layer));
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        float logCool = HamiltonianForce.LogCool(shape, own, at), warm = XMath.Exp(-logCool);
        for (int d = 0; d < shape.Dimension; d++)
        {
            ArrayView<float> z = pass.State.Row(at.Y, d), g = gradient.Row(at.Y, d), momentum = pass.Auxiliary.Row(at.Y, stretch * shape.Dimension + d);
            var force = new HamiltonianForce(shape, own, at, d);
            for (int s = first; s < end; s += step)
            {
                momentum[s] = warm * momentum[s] - 0.5f * force.Step * force.Of(z[s], g[s]);
                logDet[s] += logCool;
            }
        }
    }
}
