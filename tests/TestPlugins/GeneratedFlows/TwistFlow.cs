using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>A flow without inverse, with passes written by the generator.</summary>
[Flow("generated-twist", Summary = "Branches and loops in loops; no inverse.")]
public sealed class TwistFlow(LayerSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(TwistLayer.Description, settings.Length, shape, accelerator)
{
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        foreach (string block in new[] { "w", "v", "m" })
            foreach (ref float value in layer[block])
                value = (float)random.NextUniform(-0.5, 0.5);
    }
}
