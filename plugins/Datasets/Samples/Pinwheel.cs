using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>
/// Curved arms around the origin: (a, b) normal with means (1, 0) and standard deviations (radial, tangential), turned by
/// -(2 pi k / arms + rate exp(a)) for an arm k of equal probability, times two. Johnson et al., Composing graphical models with neural
/// networks, NIPS 2016, in the scale of Grathwohl et al., FFJORD, ICLR 2019 (<c>lib/toy_data.py</c>).
/// </summary>
[Dataset("pinwheel", Summary = "Curved arms around the origin.", Source = "Johnson et al. 2016; scale of FFJORD (Grathwohl et al. 2019)")]
public sealed class Pinwheel(PinwheelSettings settings, Accelerator accelerator)
    : SampleSet<PinwheelSampler>(
        new PinwheelSampler(settings),
        settings is { RadialNoise: > 0, TangentialNoise: > 0 } ? new PinwheelDensity(settings) : null,
        accelerator);
