using FlowLab.Kernels;

namespace FlowLab.Plugins.Langevin;

/// <summary>The working memory of a pass, [R, ., B] each.</summary>
/// <param name="Gradient">[R, D, B]: the gradient g of ln p at z.</param>
/// <param name="Direction">[R, D, B]: dL/dg.</param>
/// <param name="Next">[R, D, B]: where the step that begins at z ends.</param>
/// <param name="Missed">[R, D, B]: what ln r of that step owes to its start: l (z - mean) / variance.</param>
public readonly record struct LangevinScratch(SampleView Gradient, SampleView Direction, SampleView Next, SampleView Missed)
{
    /// <summary>Numbers per sample, the energies that targets give among them.</summary>
    public static int LengthOf(int dimension) => 4 * dimension + 1;

    /// <summary>Deals out a pass's memory.</summary>
    public static LangevinScratch Of(SampleView memory, int seeds, int dimension) => new(
        memory.Part(seeds, 0, dimension), memory.Part(seeds, dimension, dimension), memory.Part(seeds, 2 * dimension, dimension),
        memory.Part(seeds, 3 * dimension, dimension));
}
