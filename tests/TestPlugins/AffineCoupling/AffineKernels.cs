using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;
using ILGPU.Algorithms;

namespace AffineCoupling;

/// <summary>The four passes; X = tile, Y = seed.</summary>
public static class AffineKernels
{
    public static void Forward<TNetwork>(Index2D at, FlowForward pass, AffineLayers<TNetwork> layers)
        where TNetwork : unmanaged, IConditionerKernel
    {
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            layers.Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch);
            Push(at, pass.Batch.Tiles, layers.Target(layer, pass.State), layers.Outputs(layer, pass.Scratch));
            AddLogDet(at, pass.Batch.Tiles, layers.Moved(layer), layers.Outputs(layer, pass.Scratch), pass.LogDet);
        }
    }

    public static void Inverse<TNetwork>(Index2D at, FlowInverse pass, AffineLayers<TNetwork> layers)
        where TNetwork : unmanaged, IConditionerKernel
    {
        for (int layer = pass.Batch.Layers - 1; layer >= pass.FirstLayer; layer--)
        {
            layers.Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch);
            Pull(at, pass.Batch.Tiles, layers.Target(layer, pass.State), layers.Outputs(layer, pass.Scratch));
            AddLogDet(at, pass.Batch.Tiles, layers.Moved(layer), layers.Outputs(layer, pass.Scratch), pass.LogDet);
        }
    }

    public static void Backward<TNetwork>(Index2D at, FlowBackward pass, AffineLayers<TNetwork> layers)
        where TNetwork : unmanaged, IConditionerKernel
    {
        ClearUnused(at, pass.ParameterGradient, layers.Offset(pass.Batch.Layers), layers.Offset(layers.Length));
        for (int layer = pass.Batch.Layers - 1; layer >= 0; layer--)
        {
            SampleRows outputs = layers.Outputs(layer, pass.Scratch), z = layers.Target(layer, pass.State), g = layers.Target(layer, pass.Gradient);
            layers.Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch);
            Pull(at, pass.Batch.Tiles, z, outputs);
            OutputGradients(at, pass.Batch.Tiles, z, g, outputs, layers.OutputGradients(layer, pass.Scratch), pass.LogDetGradient, 1f);
            ScaleGradient(at, pass.Batch.Tiles, g, outputs, 1f);
            layers.NetworkBackward(at, layer, pass.Batch, pass.State, pass.Gradient, pass.Scratch, pass.ParameterGradient);
        }
    }

    public static void InverseBackward<TNetwork>(Index2D at, FlowInverseBackward pass, AffineLayers<TNetwork> layers)
        where TNetwork : unmanaged, IConditionerKernel
    {
        ClearUnused(at, pass.ParameterGradient, layers.Offset(pass.Batch.Layers), layers.Offset(layers.Length));
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            SampleRows outputs = layers.Outputs(layer, pass.Scratch), z = layers.Target(layer, pass.State), g = layers.Target(layer, pass.Gradient);
            layers.Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch);
            ScaleGradient(at, pass.Batch.Tiles, g, outputs, -1f);
            OutputGradients(at, pass.Batch.Tiles, z, g, outputs, layers.OutputGradients(layer, pass.Scratch), pass.LogDetGradient, -1f);
            Push(at, pass.Batch.Tiles, z, outputs);
            layers.NetworkBackward(at, layer, pass.Batch, pass.State, pass.Gradient, pass.Scratch, pass.ParameterGradient);
        }
    }

    private static void Push(Index2D at, SampleTiles tiles, SampleRows z, SampleRows outputs)
    {
        for (int d = 0; d < z.Count; d++)
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                z.Row(at.Y, d)[s] = z.Row(at.Y, d)[s] * XMath.Exp(outputs.Row(at.Y, d)[s]) + outputs.Row(at.Y, z.Count + d)[s];
    }

    private static void Pull(Index2D at, SampleTiles tiles, SampleRows z, SampleRows outputs)
    {
        for (int d = 0; d < z.Count; d++)
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                z.Row(at.Y, d)[s] = (z.Row(at.Y, d)[s] - outputs.Row(at.Y, z.Count + d)[s]) * XMath.Exp(-outputs.Row(at.Y, d)[s]);
    }

    private static void AddLogDet(Index2D at, SampleTiles tiles, int count, SampleRows outputs, ArrayView<float> logDet)
    {
        for (int d = 0; d < count; d++)
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                logDet[at.Y * tiles.Batch + s] += outputs.Row(at.Y, d)[s];
    }

    /// <summary>dL/dt = G, dL/ds = (G e^c z + l) (1 - c^2); with the other sign on G for the inverse.</summary>
    private static void OutputGradients(
        Index2D at, SampleTiles tiles, SampleRows z, SampleRows g, SampleRows outputs, SampleRows gradients, ArrayView<float> logDetGradient, float sign)
    {
        for (int d = 0; d < z.Count; d++)
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
            {
                float c = outputs.Row(at.Y, d)[s], shift = sign * g.Row(at.Y, d)[s];
                gradients.Row(at.Y, d)[s] = (shift * XMath.Exp(c) * z.Row(at.Y, d)[s] + logDetGradient[at.Y * tiles.Batch + s]) * (1f - c * c);
                gradients.Row(at.Y, z.Count + d)[s] = shift;
            }
    }

    private static void ScaleGradient(Index2D at, SampleTiles tiles, SampleRows g, SampleRows outputs, float sign)
    {
        for (int d = 0; d < g.Count; d++)
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                g.Row(at.Y, d)[s] *= XMath.Exp(sign * outputs.Row(at.Y, d)[s]);
    }

    private static void ClearUnused(Index2D at, ParameterView gradient, int from, int to)
    {
        for (int p = from; p < to; p++)
            gradient.At(at.Y, at.X, p) = 0f;
    }
}
