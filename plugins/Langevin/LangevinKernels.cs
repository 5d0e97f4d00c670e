using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Langevin;

/// <summary>
/// What happens at one point z_k of a path, once the gradient g of ln p is known there; X = tile, Y = seed. omegaK holds the points: rows k D .. (k + 1) D - 1
/// are z_k, and where a layer has not taken its step, its noise.
/// </summary>
public static class LangevinKernels
{
    private const float LogTwoPi = 1.8378770664093453f;

    /// <summary>At z_k: ln r of the step that led here, if there was one, and the step from here, if there is one.</summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="gradient">g at z_k.</param>
    /// <param name="layer">Where parameters are.</param>
    /// <param name="point">k.</param>
    public static void Forward(Index2D at, FlowForward pass, SampleView gradient, LangevinLayer layer, int point)
    {
        if (point > 0)
            AddReverse(at, pass, gradient, layer, point);
        if (point < pass.Batch.Layers)
            Step(at, pass, gradient, layer, point);
    }

    /// <summary>At z_k, k = point: the noise of the step from here, which ended at <paramref name="next"/>, in place of z_k in omega.</summary>
    public static void Inverse(Index2D at, FlowInverse pass, SampleView gradient, SampleView next, LangevinLayer layer, int point)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        ParameterView own = pass.Batch.Parameters.Skip(point * layer.Stride);
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        float temper = layer.TemperOf(own, at.Y, at.X);
        for (int d = 0; d < layer.Dimension; d++)
        {
            ArrayView<float> z = pass.State.Row(at.Y, d), g = gradient.Row(at.Y, d), to = next.Row(at.Y, d);
            ArrayView<float> noise = pass.Auxiliary.Row(at.Y, point * layer.Dimension + d);
            float size = layer.StepOf(own, at.Y, at.X, d), logVariance = layer.LogVarianceOfStep(own, at.Y, at.X, d);
            float pull = layer.PullOf(own, at.Y, at.X, d), push = layer.PushOf(own, at.Y, at.X, d);
            float inverseRoot = XMath.Exp(-0.5f * logVariance);
            for (int s = first; s < end; s += step)
            {
                noise[s] = (to[s] - z[s] - size * (temper * g[s] - pull * z[s] + push)) * inverseRoot;
                logDet[s] += 0.5f * logVariance;
            }
        }
    }

    /// <summary>
    /// At z_k, k = point, with G = dL/dz_(k+1) of the step from here and l = dL/d ln r of the step that led here; leaves dL/dz_k but for what it owes to g,
    /// and dL/dg as the direction.
    /// </summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="scratch">g at z_k, and what the point after this one has left.</param>
    /// <param name="layer">Where parameters are.</param>
    /// <param name="point">k.</param>
    /// <param name="length">Layers K of the flow.</param>
    public static void Backward(Index2D at, FlowBackward pass, LangevinScratch scratch, LangevinLayer layer, int point, int length)
    {
        if (point == pass.Batch.Layers)
            Begin(at, pass, scratch, layer, length);
        else
            StepBackward(at, pass, scratch, layer, point);
        if (point > 0)
            ReverseBackward(at, pass, scratch, layer, point);
    }

    /// <summary>The point moves on to its predecessor z_(k-1), which is in omega, and z_k to where the step from there ends.</summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="tiles">How samples are dealt to instances.</param>
    /// <param name="state">z_k, then z_(k-1).</param>
    /// <param name="next">z_k then.</param>
    /// <param name="auxiliary">omega.</param>
    /// <param name="point">k - 1.</param>
    public static void GoBack(Index2D at, SampleTiles tiles, SampleView state, SampleView next, SampleView auxiliary, int point)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < state.Features; d++)
        {
            ArrayView<float> z = state.Row(at.Y, d), to = next.Row(at.Y, d), before = auxiliary.Row(at.Y, point * state.Features + d);
            for (int s = first; s < end; s += step)
            {
                to[s] = z[s];
                z[s] = before[s];
            }
        }
    }

    /// <summary>z' = z + s h + sqrt(2 s) eps with h = beta g - rho z + mu; z takes the place of eps.</summary>
    private static void Step(Index2D at, FlowForward pass, SampleView gradient, LangevinLayer layer, int point)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        ParameterView own = pass.Batch.Parameters.Skip(point * layer.Stride);
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        float temper = layer.TemperOf(own, at.Y, at.X);
        for (int d = 0; d < layer.Dimension; d++)
        {
            ArrayView<float> z = pass.State.Row(at.Y, d), g = gradient.Row(at.Y, d);
            ArrayView<float> omega = pass.Auxiliary.Row(at.Y, point * layer.Dimension + d);
            float size = layer.StepOf(own, at.Y, at.X, d), logVariance = layer.LogVarianceOfStep(own, at.Y, at.X, d);
            float pull = layer.PullOf(own, at.Y, at.X, d), push = layer.PushOf(own, at.Y, at.X, d);
            float root = XMath.Exp(0.5f * logVariance);
            for (int s = first; s < end; s += step)
            {
                float from = z[s];
                z[s] = from + size * (temper * g[s] - pull * from + push) + root * omega[s];
                omega[s] = from;
                logDet[s] += 0.5f * logVariance;
            }
        }
    }

    /// <summary>ln N(z_(k-1); z_k + a z_k + b + c g(z_k), e^v).</summary>
    private static void AddReverse(Index2D at, FlowForward pass, SampleView gradient, LangevinLayer layer, int point)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        ParameterView own = pass.Batch.Parameters.Skip((point - 1) * layer.Stride);
        ArrayView<float> logReverse = pass.LogReverse.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        for (int d = 0; d < layer.Dimension; d++)
        {
            ArrayView<float> z = pass.State.Row(at.Y, d), g = gradient.Row(at.Y, d);
            ArrayView<float> before = pass.Auxiliary.Row(at.Y, (point - 1) * layer.Dimension + d);
            float drift = own.At(at.Y, at.X, layer.Drift + d), scale = own.At(at.Y, at.X, layer.Scale + d);
            float shift = own.At(at.Y, at.X, layer.Shift + d), logVariance = own.At(at.Y, at.X, layer.LogVariance + d);
            float precision = XMath.Exp(-logVariance);
            for (int s = first; s < end; s += step)
            {
                float error = before[s] - z[s] - scale * z[s] - shift - drift * g[s];
                logReverse[s] -= 0.5f * (LogTwoPi + logVariance + error * error * precision);
            }
        }
    }

    /// <summary>At the last point no step begins; layers that take no part have gradient zero.</summary>
    private static void Begin(Index2D at, FlowBackward pass, LangevinScratch scratch, LangevinLayer layer, int length)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < layer.Dimension; d++)
        {
            ArrayView<float> direction = scratch.Direction.Row(at.Y, d);
            for (int s = first; s < end; s += step)
                direction[s] = 0f;
        }
        for (int p = pass.Batch.Layers * layer.Stride; p < length * layer.Stride; p++)
            pass.ParameterGradient.At(at.Y, at.X, p) = 0f;
    }

    /// <summary>
    /// dL/deps = G sqrt(2 s), dL/d ln s = G (s h + sqrt(2 s) eps / 2) + dL/dlog-det / 2, dL/dg = G s beta, dL/dz = G (1 - s rho); z also stands in omega, and in
    /// ln r of the step.
    /// </summary>
    private static void StepBackward(Index2D at, FlowBackward pass, LangevinScratch scratch, LangevinLayer layer, int point)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        ParameterView own = pass.Batch.Parameters.Skip(point * layer.Stride);
        ParameterView sums = pass.ParameterGradient.Skip(point * layer.Stride);
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        float temper = layer.TemperOf(own, at.Y, at.X);
        float temperSum = 0f;
        for (int d = 0; d < layer.Dimension; d++)
        {
            ArrayView<float> z = pass.State.Row(at.Y, d), adjoint = pass.Gradient.Row(at.Y, d);
            ArrayView<float> g = scratch.Gradient.Row(at.Y, d), direction = scratch.Direction.Row(at.Y, d);
            ArrayView<float> to = scratch.Next.Row(at.Y, d), missed = scratch.Missed.Row(at.Y, d);
            ArrayView<float> omega = pass.Auxiliary.Row(at.Y, point * layer.Dimension + d);
            ArrayView<float> omegaAdjoint = pass.AuxiliaryGradient.Row(at.Y, point * layer.Dimension + d);
            float size = layer.StepOf(own, at.Y, at.X, d), logVariance = layer.LogVarianceOfStep(own, at.Y, at.X, d);
            float pull = layer.PullOf(own, at.Y, at.X, d), push = layer.PushOf(own, at.Y, at.X, d);
            float root = XMath.Exp(0.5f * logVariance), inverseRoot = XMath.Exp(-0.5f * logVariance);
            float stepSum = 0f, pullSum = 0f, pushSum = 0f;
            for (int s = first; s < end; s += step)
            {
                float moved = size * (temper * g[s] - pull * z[s] + push);
                float scattered = to[s] - z[s] - moved;
                float weighted = adjoint[s] * size;
                stepSum += adjoint[s] * (moved + 0.5f * scattered) + 0.5f * logDetGradient[s];
                temperSum += weighted * g[s];
                pullSum -= weighted * z[s];
                pushSum += weighted;
                float owed = omegaAdjoint[s] - missed[s];
                omega[s] = scattered * inverseRoot;
                omegaAdjoint[s] = adjoint[s] * root;
                direction[s] = weighted * temper;
                adjoint[s] = adjoint[s] - weighted * pull + owed;
            }
            if (layer.LearnsSteps)
                sums.At(at.Y, at.X, d) = stepSum * layer.StepSlope(size);
            if (layer.IsAnnealed)
            {
                sums.At(at.Y, at.X, layer.Pull + d) = pullSum;
                sums.At(at.Y, at.X, layer.Push + d) = pushSum;
            }
        }
        if (layer.IsAnnealed)
            sums.At(at.Y, at.X, layer.Temper) = temperSum * temper * (1f - temper);
    }

    /// <summary>With e = z_(k-1) - mean and q = l e / variance: dL/dmean = q, dL/dz_(k-1) = -q, dL/dv = l (e^2 / variance - 1) / 2.</summary>
    private static void ReverseBackward(Index2D at, FlowBackward pass, LangevinScratch scratch, LangevinLayer layer, int point)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        ParameterView own = pass.Batch.Parameters.Skip((point - 1) * layer.Stride);
        ParameterView sums = pass.ParameterGradient.Skip((point - 1) * layer.Stride);
        ArrayView<float> weight = pass.LogReverseGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        for (int d = 0; d < layer.Dimension; d++)
        {
            ArrayView<float> z = pass.State.Row(at.Y, d), adjoint = pass.Gradient.Row(at.Y, d);
            ArrayView<float> g = scratch.Gradient.Row(at.Y, d), direction = scratch.Direction.Row(at.Y, d), missed = scratch.Missed.Row(at.Y, d);
            ArrayView<float> before = pass.Auxiliary.Row(at.Y, (point - 1) * layer.Dimension + d);
            float drift = own.At(at.Y, at.X, layer.Drift + d), scale = own.At(at.Y, at.X, layer.Scale + d);
            float shift = own.At(at.Y, at.X, layer.Shift + d);
            float precision = XMath.Exp(-own.At(at.Y, at.X, layer.LogVariance + d));
            float driftSum = 0f, scaleSum = 0f, shiftSum = 0f, varianceSum = 0f;
            for (int s = first; s < end; s += step)
            {
                float error = before[s] - z[s] - scale * z[s] - shift - drift * g[s];
                float share = weight[s] * error * precision;
                driftSum += share * g[s];
                scaleSum += share * z[s];
                shiftSum += share;
                varianceSum += 0.5f * (share * error - weight[s]);
                adjoint[s] += share + share * scale;
                direction[s] += share * drift;
                missed[s] = share;
            }
            sums.At(at.Y, at.X, layer.Drift + d) = driftSum;
            sums.At(at.Y, at.X, layer.Scale + d) = scaleSum;
            sums.At(at.Y, at.X, layer.Shift + d) = shiftSum;
            sums.At(at.Y, at.X, layer.LogVariance + d) = varianceSum;
        }
    }
}
