using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>
/// Uniform on eight of the sixteen cells of side 2 of the square [-4, 4] x [-4, 4], in the order of a checkerboard; the cell at the lower
/// left corner is one of them. Grathwohl et al., FFJORD, ICLR 2019 (<c>lib/toy_data.py</c>).
/// </summary>
[Dataset("checkerboard", Summary = "Uniform on the dark cells of a 4 x 4 checkerboard.", Source = "FFJORD (Grathwohl et al. 2019), lib/toy_data.py")]
public sealed class Checkerboard(Accelerator accelerator) : SampleSet<CheckerboardSampler>(new CheckerboardSampler(2f), new CheckerboardDensity(2), accelerator);
