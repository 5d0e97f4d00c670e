using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>An affine coupling flow with passes written by the generator.</summary>
[Flow("generated-affine", Summary = "Affine coupling with one scale and shift per pair of features.", Source = "Dinh et al. 2017, equations (7) and (8)")]
public sealed class AffineFlow(LayerSettings settings, FlowShape shape, Accelerator accelerator)
    : LayerFlow(AffineLayer.Description, settings.Length, shape, accelerator)
{
    protected override void InitializeLayer(RandomStream random, LayerStart layer)
    {
        foreach (ref float scale in layer["scale"])
            scale = (float)random.NextUniform(-1, 1);
        foreach (ref float shift in layer["shift"])
            shift = (float)random.NextUniform(-1, 1);
    }
}
