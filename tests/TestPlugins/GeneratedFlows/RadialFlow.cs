using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>The radial flow with passes written by the generator.</summary>
[Flow("generated-radial", Summary = "The radial flow, from its forward pass alone.", Source = "Rezende and Mohamed 2015, equation (14)")]
public sealed class RadialFlow(LayerSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(RadialLayer.Description, settings.Length, shape, accelerator)
{
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        foreach (ref float center in layer["z0"])
            center = (float)random.NextNormal();
        layer["alpha"][0] = (float)random.NextUniform(-1, 1);
        layer["beta"][0] = (float)random.NextUniform(-1, 1);
    }
}
