using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>A flow of bends of single features, with passes written by the generator.</summary>
[Flow("generated-bend", Summary = "Bends every feature by itself.")]
public sealed class BendFlow(LayerSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(BendLayer.Description, settings.Length, shape, accelerator)
{
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        foreach (ref float steepness in layer["steepness"])
            steepness = (float)random.NextUniform(-3, 0);
        foreach (ref float place in layer["place"])
            place = (float)random.NextNormal();
        layer["side"][0] = (float)random.NextUniform(-0.3, 0.3);
    }
}
