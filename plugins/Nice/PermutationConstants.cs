using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Nice;

/// <summary>Permutations [R, K, D] on the device.</summary>
internal sealed class PermutationConstants(Accelerator accelerator, FlowShape shape, int length) : IMixingConstants
{
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _order = accelerator.Allocate1D<int>((long)shape.Seeds * length * shape.Dimension);

    public void Draw(FlowSeeds seeds)
    {
        var order = new List<int>();
        for (int position = 0; position < shape.Seeds; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.FlowConstants);
            for (int layer = 0; layer < length; layer++)
                order.AddRange(NicePermutations.Draw(random, layer, shape.Dimension));
        }
        _order.CopyFromCPU(order.ToArray());
    }

    public IReadOnlyList<FlowConstant> Of(int position)
    {
        int[] order = _order.View.SubView((long)position * length * shape.Dimension, (long)length * shape.Dimension).AsContiguous().GetAsArray();
        return [.. Enumerable.Range(0, length).Select(layer => new FlowConstant(
            "permutation", layer, [shape.Dimension], [.. order.Skip(layer * shape.Dimension).Take(shape.Dimension).Select(index => (float)index)]))];
    }

    public INicePasses LoadPasses(Accelerator accelerator, IConditioner even, IConditioner odd) =>
        new NicePassesLoader<PermutationMixing>(
            accelerator, new PermutationMixing(_order.View, length), even, odd, shape.Dimension / 2, length).Load();

    public void Dispose() => _order.Dispose();
}
