using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace MyFlow;

/// <summary>
/// Bent shears: each layer moves z along v by a tanh of w'z, with v perpendicular to w, and scales every component.
/// <list type="bullet">
/// <item>Forward: f(z) = e^s (z + v tanh(w'z + b)), v = w'w u - w'u w.</item>
/// <item>Log-det: the sum of s.</item>
/// <item>Inverse: w'z is that of e^-s f(z), so z = e^-s f(z) - v tanh(w'z + b).</item>
/// <item>Domain and constraint: all of R^D, any parameters.</item>
/// <item>Parameters: per layer w [D], u [D], s [D], b; K (3 D + 1) in all.</item>
/// </list>
/// </summary>
[Flow("my-flow", Summary = "Shears z by a tanh and scales its components.")]
public sealed class MyFlowLayers(MyFlowSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(MyFlowLayer.Description, settings.Length, shape, accelerator)
{
    /// <summary>Near the identity, but no two layers alike: s = 0, small shears in random directions.</summary>
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        Span<float> w = layer["w"], u = layer["u"];
        for (int d = 0; d < w.Length; d++)
        {
            w[d] = (float)(random.NextNormal() / Math.Sqrt(w.Length));
            u[d] = (float)(0.5 * random.NextNormal());
        }
        layer["b"][0] = (float)random.NextNormal();
    }
}
