using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Nice;

/// <summary>Orthogonal matrices [R, K, D, D] on the device.</summary>
internal sealed class OrthogonalConstants(Accelerator accelerator, FlowShape shape, int length) : IMixingConstants
{
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _matrices =
        accelerator.Allocate1D<float>((long)shape.Seeds * length * shape.Dimension * shape.Dimension);

    public void Draw(FlowSeeds seeds)
    {
        var matrices = new List<float>();
        for (int position = 0; position < shape.Seeds; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.FlowConstants);
            for (int layer = 0; layer < length; layer++)
                matrices.AddRange(HaarOrthogonal.Draw(random, shape.Dimension).Cast<double>().Select(x => (float)x));
        }
        _matrices.CopyFromCPU(matrices.ToArray());
    }

    public IReadOnlyList<FlowConstant> Of(int position)
    {
        int size = shape.Dimension * shape.Dimension;
        float[] matrices = _matrices.View.SubView((long)position * length * size, (long)length * size).AsContiguous().GetAsArray();
        return [.. Enumerable.Range(0, length).Select(layer => new FlowConstant("rotation", layer, [shape.Dimension, shape.Dimension], matrices[(layer * size)..((layer + 1) * size)]))];
    }

    public INicePasses LoadPasses(Accelerator accelerator, IConditioner even, IConditioner odd) =>
        new NicePassesLoader<OrthogonalMixing>(
            accelerator, new OrthogonalMixing(_matrices.View, length), even, odd, shape.Dimension / 2, length).Load();

    public void Dispose() => _matrices.Dispose();
}
