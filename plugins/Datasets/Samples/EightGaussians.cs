using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>
/// A mixture of eight equal round normals at the angles k pi / 4 of a circle. Grathwohl et al., FFJORD, ICLR 2019
/// (<c>lib/toy_data.py</c>).
/// </summary>
[Dataset("eight-gaussians", Summary = "Eight equal round normals on a circle.", Source = "FFJORD (Grathwohl et al. 2019), lib/toy_data.py")]
public sealed class EightGaussians(EightGaussiansSettings settings, Accelerator accelerator)
    : SampleSet<EightGaussiansSampler>(
        new EightGaussiansSampler((float)settings.Radius, (float)settings.Noise),
        settings.Noise > 0 ? new EightGaussiansDensity(settings.Radius, settings.Noise) : null,
        accelerator);
