using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace PlantedFlows;

/// <summary>The passes of <see cref="PlantedFlow"/>; X = tile, Y = seed.</summary>
public static class PlantedKernels
{
    private const int Tile = 64;

    public static void Forward(Index2D at, FlowForward pass, PlantedLayers layers)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            float gain = Gain(at, pass.Batch.Parameters, pass.State.Features, layer);
            float logDet = LogDet(at, pass.Batch.Parameters, pass.State.Features, layer, layers);
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
            {
                float sum = logDet;
                for (int d = 0; d < pass.State.Features; d++)
                {
                    float z = pass.State.Row(at.Y, d)[s];
                    sum += z < 0f && !(layers.Has(PlantedMistake.WideLogDet) && IsLastOfTile(pass.State.Features, d)) ? -XMath.Log(2f) : 0f;
                    int seed = layers.Has(PlantedMistake.OtherSeed) ? (at.Y + 1) % pass.Batch.Seeds : at.Y;
                    float shift = pass.Batch.Parameters.At(seed, at.X, Shift(layer, pass.State.Features, d));
                    pass.State.Row(at.Y, d)[s] = Kept(at, pass, layers, s, gain * Leak(z, layers)) + shift + layers.Kept;
                }
                pass.LogDet[at.Y * pass.State.Batch + s] += layers.Has(PlantedMistake.LogDetSign) ? -sum : sum;
            }
        }
        if (layers.Has(PlantedMistake.PastTheEnd) && at.X == tiles.Tiles - 1)
            pass.LogDet[(at.Y + 1) * pass.State.Batch] = 0f;
    }

    public static void Inverse(Index2D at, FlowInverse pass, PlantedLayers layers)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        for (int layer = pass.Batch.Layers - 1; layer >= pass.FirstLayer; layer--)
        {
            float gain = Gain(at, pass.Batch.Parameters, pass.State.Features, layer);
            float logDet = LogDet(at, pass.Batch.Parameters, pass.State.Features, layer, layers);
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
            {
                float sum = logDet;
                for (int d = 0; d < pass.State.Features; d++)
                {
                    float shift = layers.Has(PlantedMistake.WideInverse) && IsLastOfTile(pass.State.Features, d) && d == pass.State.Features - 1
                        ? 0f
                        : pass.Batch.Parameters.At(at.Y, at.X, Shift(layer, pass.State.Features, d));
                    float leaked = (pass.State.Row(at.Y, d)[s] - shift) / gain;
                    float z = layers.Has(PlantedMistake.InverseOfOneBranch) ? leaked : Unleak(leaked);
                    sum += z < 0f ? -XMath.Log(2f) : 0f;
                    pass.State.Row(at.Y, d)[s] = z;
                }
                pass.LogDet[at.Y * pass.State.Batch + s] += sum;
            }
        }
    }

    /// <summary>dL/db = sum G; dL/dg = sum G leak(z) + D l / g; dL/dw = 2 w dL/dg; dL/dz = G g leak'(z).</summary>
    public static void Backward(Index2D at, FlowBackward pass, PlantedLayers layers)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        ClearUnused(at, pass.ParameterGradient, pass.State.Features, pass.Batch.Layers, layers.Length);
        for (int layer = pass.Batch.Layers - 1; layer >= 0; layer--)
        {
            float gain = Gain(at, pass.Batch.Parameters, pass.State.Features, layer), ofGain = 0f;
            for (int d = 0; d < pass.State.Features; d++)
            {
                float shift = pass.Batch.Parameters.At(at.Y, at.X, Shift(layer, pass.State.Features, d)), ofShift = 0f;
                for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                {
                    float gradient = pass.Gradient.Row(at.Y, d)[s], leaked = (pass.State.Row(at.Y, d)[s] - shift) / gain;
                    ofShift += gradient;
                    ofGain += gradient * leaked + (layers.Has(PlantedMistake.MissingGradientTerm) ? 0f : pass.LogDetGradient[at.Y * pass.State.Batch + s] / gain);
                    pass.State.Row(at.Y, d)[s] = Unleak(leaked);
                    pass.Gradient.Row(at.Y, d)[s] = gradient * gain * (leaked < 0f ? 0.5f : 1f);
                }
                if (layers.Has(PlantedMistake.WideGradient) && IsFirstOfTile(pass.State.Features, d))
                    ofShift *= 0.5f;
                AssignShift(at, pass.ParameterGradient, Shift(layer, pass.State.Features, d), ofShift, d == pass.State.Features - 1, layers);
            }
            AssignNorm(at, pass.Batch.Parameters, pass.ParameterGradient, pass.State.Features, layer, ofGain);
        }
    }

    /// <summary>lambda = G / (g leak'(z)); dL/db = -sum lambda; dL/dg = D l / g - sum lambda leak(z); dL/dz' = lambda.</summary>
    public static void InverseBackward(Index2D at, FlowInverseBackward pass, PlantedLayers layers)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        ClearUnused(at, pass.ParameterGradient, pass.State.Features, pass.Batch.Layers, layers.Length);
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            float gain = Gain(at, pass.Batch.Parameters, pass.State.Features, layer), ofGain = 0f;
            for (int d = 0; d < pass.State.Features; d++)
            {
                float shift = pass.Batch.Parameters.At(at.Y, at.X, Shift(layer, pass.State.Features, d)), ofShift = 0f;
                for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                {
                    float z = pass.State.Row(at.Y, d)[s], leaked = z < 0f ? 0.5f * z : z;
                    float lambda = pass.Gradient.Row(at.Y, d)[s] / (gain * (z < 0f ? 0.5f : 1f));
                    ofShift -= lambda;
                    ofGain += pass.LogDetGradient[at.Y * pass.State.Batch + s] / gain - lambda * leaked;
                    pass.State.Row(at.Y, d)[s] = gain * leaked + shift;
                    pass.Gradient.Row(at.Y, d)[s] = layers.Has(PlantedMistake.WideInverseGradient) && IsFirstOfTile(pass.State.Features, d) ? -lambda : lambda;
                }
                pass.ParameterGradient.At(at.Y, at.X, Shift(layer, pass.State.Features, d)) = ofShift;
            }
            AssignNorm(at, pass.Batch.Parameters, pass.ParameterGradient, pass.State.Features, layer, ofGain);
        }
    }

    private static bool IsFirstOfTile(int features, int d) => features > Tile && d > 0 && d % Tile == 0;

    private static bool IsLastOfTile(int features, int d) => features > Tile && d % Tile == Tile - 1;

    private static int Shift(int layer, int features, int d) => (2 * layer + 1) * features + d;

    private static float Leak(float z, PlantedLayers layers)
    {
        float leaked = z < 0f ? 0.5f * z : z;
        float large = XMath.Exp(XMath.Abs(z));
        return layers.Has(PlantedMistake.NanAtLargeInputs) ? leaked * (large / large) : leaked;
    }

    private static float Unleak(float leaked) => leaked < 0f ? 2f * leaked : leaked;

    /// <summary>The value by way of scratch, the sample's own or, by mistake, that of the first sample.</summary>
    private static float Kept(Index2D at, FlowForward pass, PlantedLayers layers, int sample, float value)
    {
        int place = layers.Has(PlantedMistake.Race) ? 0 : sample;
        pass.Scratch.Row(at.Y, 0)[place] = value;
        return pass.Scratch.Row(at.Y, 0)[place];
    }

    private static float SquaredNorm(Index2D at, ParameterView parameters, int features, int layer)
    {
        float sum = 0f;
        for (int d = 0; d < features; d++)
        {
            float w = parameters.At(at.Y, at.X, 2 * layer * features + d);
            sum += w * w;
        }
        return sum;
    }

    private static float Gain(Index2D at, ParameterView parameters, int features, int layer) => 1f + SquaredNorm(at, parameters, features, layer);

    private static float LogDet(Index2D at, ParameterView parameters, int features, int layer, PlantedLayers layers)
    {
        float square = SquaredNorm(at, parameters, features, layer);
        return features * XMath.Log(1f + (layers.Has(PlantedMistake.NormNotSquared) ? XMath.Sqrt(square) : square));
    }

    private static void AssignShift(Index2D at, ParameterView gradient, int parameter, float value, bool isLast, PlantedLayers layers)
    {
        if (layers.Has(PlantedMistake.NeverWritten) && isLast)
            return;
        if (layers.Has(PlantedMistake.GradientAccumulated))
            gradient.At(at.Y, at.X, parameter) += value;
        else
            gradient.At(at.Y, at.X, parameter) = value;
    }

    private static void AssignNorm(Index2D at, ParameterView parameters, ParameterView gradient, int features, int layer, float ofGain)
    {
        for (int d = 0; d < features; d++)
            gradient.At(at.Y, at.X, 2 * layer * features + d) = 2f * parameters.At(at.Y, at.X, 2 * layer * features + d) * ofGain;
    }

    private static void ClearUnused(Index2D at, ParameterView gradient, int features, int from, int to)
    {
        for (int p = 2 * from * features; p < 2 * to * features; p++)
            gradient.At(at.Y, at.X, p) = 0f;
    }
}
