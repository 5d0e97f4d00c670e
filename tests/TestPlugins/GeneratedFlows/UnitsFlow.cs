using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>A flow of two units with a direction each per layer, with passes written by the generator.</summary>
[Flow("generated-units", Summary = "Moves z along two directions per layer and scales its features.")]
public sealed class UnitsFlow(LayerSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(UnitsLayer.Description, settings.Length, shape, accelerator)
{
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        foreach (string block in new[] { "w", "x", "u", "v" })
            foreach (ref float value in layer[block])
                value = (float)random.NextUniform(-1, 1);
        foreach (ref float scale in layer["s"])
            scale = (float)random.NextUniform(-0.1, 0.1);
    }
}
