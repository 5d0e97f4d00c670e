using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>
/// Two interleaved half circles: with equal probability (cos t, sin t) or (1 - cos t, 1/2 - sin t), t uniform in (0, pi), plus normal
/// noise in both coordinates; then z = 2 x + (-1, -0.2), which centers the figure. <c>sklearn.datasets.make_moons</c> of
/// scikit-learn, in the scale of Grathwohl et al., FFJORD, ICLR 2019 (<c>lib/toy_data.py</c>).
/// </summary>
[Dataset("two-moons", Summary = "Two interleaved half circles with noise.", Source = "scikit-learn make_moons; scale of FFJORD (Grathwohl et al. 2019)")]
public sealed class TwoMoons(TwoMoonsSettings settings, Accelerator accelerator)
    : SampleSet<TwoMoonsSampler>(
        new TwoMoonsSampler((float)settings.Noise),
        settings.Noise >= TwoMoonsDensity.LeastNoise ? new TwoMoonsDensity(settings.Noise) : null,
        accelerator);
