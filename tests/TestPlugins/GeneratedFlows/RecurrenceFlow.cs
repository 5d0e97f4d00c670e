using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>A flow with a recurrence over features, with passes written by the generator.</summary>
[Flow("generated-recurrence", Summary = "Moves z along one direction per layer, by what a recurrence over the features says.")]
public sealed class RecurrenceFlow(LayerSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(RecurrenceLayer.Description, settings.Length, shape, accelerator)
{
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        foreach (string block in new[] { "w", "r", "u", "c" })
            foreach (ref float value in layer[block])
                value = (float)random.NextUniform(-1, 1);
    }
}
