using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>The planar flow with passes written by the generator. Parameters as those of the shipped one: w, u, b per layer.</summary>
[Flow("generated-planar", Summary = "The planar flow, from its forward pass alone.", Source = "Rezende and Mohamed 2015, equations (10)-(13)")]
public sealed class PlanarFlow(LayerSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(PlanarLayer.Description, settings.Length, shape, accelerator)
{
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        Span<float> w = layer["w"], u = layer["u"];
        double limit = Math.Sqrt(2.0 / w.Length);
        for (int d = 0; d < w.Length; d++)
        {
            w[d] = (float)random.NextUniform(-limit, limit);
            u[d] = (float)random.NextUniform(-Math.Sqrt(2), Math.Sqrt(2));
        }
    }
}
