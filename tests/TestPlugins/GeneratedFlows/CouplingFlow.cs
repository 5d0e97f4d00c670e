using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>An affine coupling flow with a network per layer, with passes written by the generator.</summary>
[Flow("generated-coupling", Summary = "Affine coupling: scale and shift of one half of z from a network of the other.", Source = "Dinh et al. 2017, equations (7) and (8)")]
public sealed class CouplingFlow(LayerSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(CouplingLayer.Description, settings.Length, shape, accelerator)
{
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        foreach (string block in new[] { "w", "b" })
            foreach (ref float value in layer[block])
                value = (float)random.NextUniform(-1, 1);
        foreach (string block in new[] { "scale", "shift" })
            foreach (ref float value in layer[block])
                value = (float)random.NextUniform(-0.1, 0.1);
    }
}
