using FlowLab.Flows;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>Planar layers in two dimensions as one writes them in C# by hand: sample after sample, layer after layer, with MathF.</summary>
internal sealed class ScalarPlanar
{
    private readonly float[] _layers;

    /// <param name="flow">The flow, for where its parameters are.</param>
    /// <param name="parameters">Its parameters; w, u_hat, b and w'u_hat of each layer are computed once.</param>
    public ScalarPlanar(IFlow flow, float[] parameters) =>
        _layers = [.. Enumerable.Range(0, flow.Length).SelectMany(layer => LayerOf(flow, parameters, layer))];

    /// <summary>Takes the samples [from, to) of [2, B] through the layers.</summary>
    public void Run(float[] state, float[] logDet, int from, int to)
    {
        int batch = logDet.Length;
        for (int i = from; i < to; i++)
        {
            (float x, float y, float sum) = (state[i], state[batch + i], 0);
            for (int at = 0; at < _layers.Length; at += 6)
            {
                float h = MathF.Tanh(_layers[at] * x + _layers[at + 1] * y + _layers[at + 4]);
                x += _layers[at + 2] * h;
                y += _layers[at + 3] * h;
                sum += MathF.Log(MathF.Abs(1 + (1 - h * h) * _layers[at + 5]));
            }
            (state[i], state[batch + i], logDet[i]) = (x, y, sum);
        }
    }

    private static float[] LayerOf(IFlow flow, float[] parameters, int layer)
    {
        float At(string name, int i) => parameters[flow.Blocks.Single(block => block.Layer == layer && block.Name == name).Offset + i];
        (float w0, float w1, float u0, float u1) = (At("w", 0), At("w", 1), At("u", 0), At("u", 1));
        double product = (double)w0 * u0 + (double)w1 * u1;
        double shift = (Math.Log(1 + Math.Exp(product)) - 1 - product) / ((double)w0 * w0 + (double)w1 * w1);
        (u0, u1) = ((float)(u0 + shift * w0), (float)(u1 + shift * w1));
        return [w0, w1, u0, u1, At("b", 0), w0 * u0 + w1 * u1];
    }
}
