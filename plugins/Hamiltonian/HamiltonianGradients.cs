using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Hamiltonian;

/// <summary>
/// The backward pass of <see cref="HamiltonianKernels.Forward"/>; X = tile, Y = seed. With G = dL/dz and W = dL/domega, both halves of a kick omega += s h / 2 give
/// dL/ds += W h / 2 and dL/dh = W s / 2, and h = share g - pull z + push gives dL/dg += share dL/dh, G -= pull dL/dh.
/// </summary>
public static class HamiltonianGradients
{
    /// <summary>At z_k, with G and W of the step from here; leaves dL/dz_k but for what it owes to g, and dL/dg as the direction.</summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="gradient">g at z_k.</param>
    /// <param name="direction">dL/dg, assigned.</param>
    /// <param name="shape">Where parameters are.</param>
    /// <param name="point">k.</param>
    public static void Backward(Index2D at, FlowBackward pass, SampleView gradient, SampleView direction, HamiltonianShape shape, int point)
    {
        if (point == pass.Batch.Layers)
            Clear(at, pass, direction, shape);
        else
            BeginBackward(at, pass, gradient, direction, shape, point);
        if (point > 0)
            EndBackward(at, pass, gradient, direction, shape, point - 1);
    }

    /// <summary>Layers that take no part have gradient zero.</summary>
    private static void Clear(Index2D at, FlowBackward pass, SampleView direction, HamiltonianShape shape)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < shape.Dimension; d++)
        {
            ArrayView<float> row = direction.Row(at.Y, d);
            for (int s = first; s < end; s += step)
                row[s] = 0f;
        }
        for (int p = shape.From(pass.Batch.Layers); p < shape.Count; p++)
            pass.ParameterGradient.At(at.Y, at.X, p) = 0f;
    }

    /// <summary>z' = z + s omega: W += s G, dL/ds += G omega; then the first half of the kick, whose sums stand beside those of the second, and the draw.</summary>
    private static void BeginBackward(Index2D at, FlowBackward pass, SampleView gradient, SampleView direction, HamiltonianShape shape, int layer)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step, stretch = shape.StretchOf(layer);
        ParameterView own = pass.Batch.Parameters.Skip(shape.Layer(layer));
        ParameterView sums = pass.ParameterGradient.Skip(shape.Layer(layer));
        float shareSum = 0f;
        for (int d = 0; d < shape.Dimension; d++)
        {
            ArrayView<float> z = pass.State.Row(at.Y, d), adjoint = pass.Gradient.Row(at.Y, d), g = gradient.Row(at.Y, d), toward = direction.Row(at.Y, d);
            ArrayView<float> momentum = pass.Auxiliary.Row(at.Y, stretch * shape.Dimension + d);
            ArrayView<float> owed = pass.AuxiliaryGradient.Row(at.Y, stretch * shape.Dimension + d);
            var force = new HamiltonianForce(shape, own, at, d);
            float stepSum = 0f, pullSum = 0f, pushSum = 0f, ownShare = 0f;
            for (int s = first; s < end; s += step)
            {
                float h = force.Of(z[s], g[s]);
                float w = owed[s] + force.Step * adjoint[s];
                float perForce = 0.5f * force.Step * w;
                stepSum += adjoint[s] * momentum[s] + 0.5f * h * w;
                ownShare += perForce * g[s];
                pullSum -= perForce * z[s];
                pushSum += perForce;
                toward[s] = perForce * force.Share;
                adjoint[s] -= perForce * force.Pull;
                owed[s] = w;
                momentum[s] -= 0.5f * force.Step * h;
            }
            shareSum += ownShare;
            sums.At(at.Y, at.X, d) += stepSum * force.Step * (1f - force.Step / shape.LargestStep);
            if (shape.IsAnnealed)
            {
                sums.At(at.Y, at.X, shape.Pull + d) += pullSum;
                sums.At(at.Y, at.X, shape.Push + d) += pushSum;
            }
            if (shape.IsFirst(layer))
                DrawBackward(at, pass, gradient, direction, shape, stretch, d);
        }
        if (shape.IsAnnealed)
        {
            float share = KernelMath.Sigmoid(own.At(at.Y, at.X, shape.Share));
            sums.At(at.Y, at.X, shape.Share) += shareSum * share * (1f - share);
        }
    }

    /// <summary>omega = mean + e^logsd eps: dL/dmean = W, dL/dlogsd = W (omega - mean) + dL/dlog-det, dL/deps = W e^logsd.</summary>
    private static void DrawBackward(Index2D at, FlowBackward pass, SampleView gradient, SampleView direction, HamiltonianShape shape, int stretch, int d)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> z = pass.State.Row(at.Y, d), adjoint = pass.Gradient.Row(at.Y, d), g = gradient.Row(at.Y, d), toward = direction.Row(at.Y, d);
        ArrayView<float> momentum = pass.Auxiliary.Row(at.Y, stretch * shape.Dimension + d);
        ArrayView<float> owed = pass.AuxiliaryGradient.Row(at.Y, stretch * shape.Dimension + d);
        var draw = new HamiltonianMomentum(pass.Batch.Parameters.Skip(shape.Draw(stretch)), at, shape.Dimension, d);
        float deviation = XMath.Exp(draw.LogDeviation), inverseDeviation = XMath.Exp(-draw.LogDeviation);
        float scaleSum = 0f, shiftSum = 0f, driftSum = 0f, logSum = 0f;
        for (int s = first; s < end; s += step)
        {
            float scattered = momentum[s] - draw.Mean(z[s], g[s]);
            float w = owed[s];
            scaleSum += w * z[s];
            shiftSum += w;
            driftSum += w * g[s];
            logSum += w * scattered + logDetGradient[s];
            adjoint[s] += w * draw.Scale;
            toward[s] += w * draw.Drift;
            momentum[s] = scattered * inverseDeviation;
            owed[s] = w * deviation;
        }
        Assign(at, pass.ParameterGradient.Skip(shape.Draw(stretch)), shape.Dimension, d, scaleSum, shiftSum, driftSum, logSum * draw.LogSlope);
    }

    /// <summary>The reverse model where the stretch ends, omega = cool omega'', and the second half of the kick.</summary>
    private static void EndBackward(Index2D at, FlowBackward pass, SampleView gradient, SampleView direction, HamiltonianShape shape, int layer)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step, stretch = shape.StretchOf(layer);
        ParameterView own = pass.Batch.Parameters.Skip(shape.Layer(layer));
        ParameterView sums = pass.ParameterGradient.Skip(shape.Layer(layer));
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        float logCool = HamiltonianForce.LogCool(shape, own, at), cool = XMath.Exp(logCool), warm = XMath.Exp(-logCool);
        float coolSum = 0f, shareSum = 0f;
        for (int d = 0; d < shape.Dimension; d++)
        {
            if (shape.IsLast(layer))
                ReverseBackward(at, pass, gradient, direction, shape, stretch, d);
            ArrayView<float> z = pass.State.Row(at.Y, d), adjoint = pass.Gradient.Row(at.Y, d), g = gradient.Row(at.Y, d), toward = direction.Row(at.Y, d);
            ArrayView<float> momentum = pass.Auxiliary.Row(at.Y, stretch * shape.Dimension + d);
            ArrayView<float> owed = pass.AuxiliaryGradient.Row(at.Y, stretch * shape.Dimension + d);
            var force = new HamiltonianForce(shape, own, at, d);
            float stepSum = 0f, pullSum = 0f, pushSum = 0f, ownShare = 0f, ownCool = 0f;
            for (int s = first; s < end; s += step)
            {
                float h = force.Of(z[s], g[s]);
                float w = owed[s] * cool;
                float perForce = 0.5f * force.Step * w;
                ownCool += owed[s] * momentum[s] + logDetGradient[s];
                stepSum += 0.5f * h * w;
                ownShare += perForce * g[s];
                pullSum -= perForce * z[s];
                pushSum += perForce;
                toward[s] += perForce * force.Share;
                adjoint[s] -= perForce * force.Pull;
                owed[s] = w;
                momentum[s] = warm * momentum[s] - 0.5f * force.Step * h;
            }
            coolSum += ownCool;
            shareSum += ownShare;
            sums.At(at.Y, at.X, d) = stepSum * force.Step * (1f - force.Step / shape.LargestStep);
            if (shape.IsAnnealed)
            {
                sums.At(at.Y, at.X, shape.Pull + d) = pullSum;
                sums.At(at.Y, at.X, shape.Push + d) = pushSum;
            }
        }
        if (shape.IsTempered)
            sums.At(at.Y, at.X, shape.Dimension) = coolSum * (1f - logCool) * (1f + logCool);
        if (shape.IsAnnealed)
        {
            float share = KernelMath.Sigmoid(own.At(at.Y, at.X, shape.Share));
            sums.At(at.Y, at.X, shape.Share) = shareSum * share * (1f - share);
        }
    }

    /// <summary>With l = dL/d ln r, e = omega - mean and q = l e / variance: dL/dmean = q, W -= q, dL/dlogsd = l (e^2 / variance - 1).</summary>
    private static void ReverseBackward(Index2D at, FlowBackward pass, SampleView gradient, SampleView direction, HamiltonianShape shape, int stretch, int d)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        ArrayView<float> weight = pass.LogReverseGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> z = pass.State.Row(at.Y, d), adjoint = pass.Gradient.Row(at.Y, d), g = gradient.Row(at.Y, d), toward = direction.Row(at.Y, d);
        ArrayView<float> momentum = pass.Auxiliary.Row(at.Y, stretch * shape.Dimension + d);
        ArrayView<float> owed = pass.AuxiliaryGradient.Row(at.Y, stretch * shape.Dimension + d);
        var reverse = new HamiltonianMomentum(pass.Batch.Parameters.Skip(shape.Reverse(stretch)), at, shape.Dimension, d);
        float precision = XMath.Exp(-2f * reverse.LogDeviation);
        float scaleSum = 0f, shiftSum = 0f, driftSum = 0f, logSum = 0f;
        for (int s = first; s < end; s += step)
        {
            float error = momentum[s] - reverse.Mean(z[s], g[s]);
            float missed = weight[s] * error * precision;
            scaleSum += missed * z[s];
            shiftSum += missed;
            driftSum += missed * g[s];
            logSum += missed * error - weight[s];
            adjoint[s] += missed * reverse.Scale;
            toward[s] += missed * reverse.Drift;
            owed[s] -= missed;
        }
        Assign(at, pass.ParameterGradient.Skip(shape.Reverse(stretch)), shape.Dimension, d, scaleSum, shiftSum, driftSum, logSum * reverse.LogSlope);
    }

    private static void Assign(Index2D at, ParameterView sums, int dimension, int d, float scale, float shift, float drift, float logDeviation)
    {
        sums.At(at.Y, at.X, d) = scale;
        sums.At(at.Y, at.X, dimension + d) = shift;
        sums.At(at.Y, at.X, 2 * dimension + d) = drift;
        sums.At(at.Y, at.X, 3 * dimension + d) = logDeviation;
    }
}
