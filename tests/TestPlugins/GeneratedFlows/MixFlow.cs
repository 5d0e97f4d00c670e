using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>A flow of three units per layer, with passes written by the generator.</summary>
[Flow("generated-mix", Summary = "Moves z along one direction per layer, by an amount that three units say.")]
public sealed class MixFlow(LayerSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(MixLayer.Description, settings.Length, shape, accelerator)
{
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        foreach (string block in new[] { "w", "c", "v", "u" })
            foreach (ref float value in layer[block])
                value = (float)random.NextUniform(-0.5, 0.5);
    }
}
