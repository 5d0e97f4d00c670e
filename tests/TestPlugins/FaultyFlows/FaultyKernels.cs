using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FaultyFlows;

/// <summary>The passes of <see cref="FaultyFlow"/>; X = tile, Y = seed.</summary>
public static class FaultyKernels
{
    public static void Forward(Index2D at, FlowForward pass, int mistake)
    {
        float logDet = LogDet(at, pass.Batch.Parameters, pass.State.Features, mistake, mistake == (int)Mistake.LogDetForward);
        for (int s = pass.Batch.Tiles.First(at.X), end = pass.Batch.Tiles.End(at.X); s < end; s += pass.Batch.Tiles.Step)
        {
            for (int d = 0; d < pass.State.Features; d++)
                pass.State.Row(at.Y, d)[s] = Move(pass.State.Row(at.Y, d)[s], pass.Batch.Parameters.At(at.Y, at.X, d), pass.Batch.Parameters.At(at.Y, at.X, pass.State.Features + d), mistake);
            pass.LogDet[at.Y * pass.State.Batch + s] += logDet;
        }
        if (at.X == 0 && at.Y == 0)
            Stray(pass, mistake);
    }

    public static void Inverse(Index2D at, FlowInverse pass, int mistake)
    {
        float logDet = LogDet(at, pass.Batch.Parameters, pass.State.Features, mistake, mistake == (int)Mistake.LogDetInverse);
        for (int s = pass.Batch.Tiles.First(at.X), end = pass.Batch.Tiles.End(at.X); s < end; s += pass.Batch.Tiles.Step)
        {
            for (int d = 0; d < pass.State.Features; d++)
            {
                float shift = mistake == (int)Mistake.InverseShift ? 0f : pass.Batch.Parameters.At(at.Y, at.X, pass.State.Features + d);
                pass.State.Row(at.Y, d)[s] = (pass.State.Row(at.Y, d)[s] - shift) * XMath.Exp(-pass.Batch.Parameters.At(at.Y, at.X, d));
            }
            pass.LogDet[at.Y * pass.State.Batch + s] += logDet;
        }
        if (at.X == 0 && at.Y == 0 && mistake == (int)Mistake.WritesInInverse)
            pass.LogDet[pass.LogDet.Length + 3] = 1f;
    }

    /// <summary>dL/da = sum (G e^a z + l), dL/db = sum G, dL/dz = G e^a; the gradient is that of the log-det that the forward pass gives.</summary>
    public static void Backward(Index2D at, FlowBackward pass, int mistake)
    {
        for (int d = 0; d < pass.State.Features; d++)
        {
            float scale = XMath.Exp(pass.Batch.Parameters.At(at.Y, at.X, d)), shift = pass.Batch.Parameters.At(at.Y, at.X, pass.State.Features + d);
            float ofScale = 0f, ofShift = 0f, sign = Share(d, pass.State.Features, mistake);
            for (int s = pass.Batch.Tiles.First(at.X), end = pass.Batch.Tiles.End(at.X); s < end; s += pass.Batch.Tiles.Step)
            {
                float gradient = pass.Gradient.Row(at.Y, d)[s], moved = pass.State.Row(at.Y, d)[s] - shift;
                ofScale += gradient * moved + sign * pass.LogDetGradient[at.Y * pass.State.Batch + s];
                ofShift += gradient;
                pass.State.Row(at.Y, d)[s] = moved / scale;
                pass.Gradient.Row(at.Y, d)[s] = gradient * scale;
            }
            pass.ParameterGradient.At(at.Y, at.X, d) = ofScale;
            pass.ParameterGradient.At(at.Y, at.X, pass.State.Features + d) = ofShift;
        }
    }

    /// <summary>What one instance does beside its work.</summary>
    private static void Stray(FlowForward pass, int mistake)
    {
        if (mistake == (int)Mistake.WritesBehind || mistake == (int)Mistake.WritesBehindLater)
            pass.LogDet[pass.LogDet.Length + 3] = 1f;
        if (mistake == (int)Mistake.WritesBefore)
            pass.State.Values[-1] = 1f;
        if (mistake == (int)Mistake.WritesFar)
            pass.LogDet[-(1L << 38)] = 1f;
        for (int turns = 0; mistake == (int)Mistake.LoopsInKernel && turns >= 0; turns = (turns + 1) & 1023)
            pass.LogDet[0] += 1f;
    }

    private static float Move(float z, float logScale, float shift, int mistake)
    {
        float moved = z * XMath.Exp(logScale) + shift;
        return mistake == (int)Mistake.NanBeyond && z > 2.5f ? float.NaN : moved;
    }

    private static float LogDet(Index2D at, ParameterView parameters, int features, int mistake, bool isFlipped)
    {
        float sum = 0f;
        for (int d = 0; d < features; d++)
            sum += mistake == (int)Mistake.LogDetTerm && d == features - 1 ? 0f : parameters.At(at.Y, at.X, d);
        return isFlipped || mistake == (int)Mistake.LogDetBoth ? -sum : sum;
    }

    /// <summary>What a dimension's log scale counts for in the log-det of the forward pass.</summary>
    private static float Share(int d, int features, int mistake)
    {
        bool isLeftOut = mistake == (int)Mistake.GradientTerm || (mistake == (int)Mistake.LogDetTerm && d == features - 1);
        bool isFlipped = mistake == (int)Mistake.LogDetForward || mistake == (int)Mistake.LogDetBoth;
        return isLeftOut ? 0f : isFlipped ? -1f : 1f;
    }
}
