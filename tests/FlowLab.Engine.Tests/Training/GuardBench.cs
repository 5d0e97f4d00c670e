using FlowLab.Engine.Cells;
using FlowLab.Engine.Training;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Training;

/// <summary>The kernels of <see cref="GradientKernels"/> in the order of a training step, on buffers of their own.</summary>
internal sealed class GuardBench(Accelerator accelerator, int seeds, int count, ClipSettings settings) : IDisposable
{
    private readonly int _blocks = (count + GradientKernels.Block - 1) / GradientKernels.Block;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _gradients = accelerator.Allocate1D<float>(seeds * count);
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _squares =
        accelerator.Allocate1D<float>(seeds * GradientKernels.Lanes * ((count + GradientKernels.Block - 1) / GradientKernels.Block));
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _means = accelerator.Allocate1D(new float[seeds]);
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _norms = accelerator.Allocate1D<float>(seeds);
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _scales = accelerator.Allocate1D<float>(seeds);
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _faults = accelerator.Allocate1D(new int[seeds]);

    public int[] Faults => _faults.GetAsArray1D();

    public float[] Norms => _norms.GetAsArray1D();

    public float[] Means => _means.GetAsArray1D();

    /// <summary>What the optimizer would get.</summary>
    public float[] Inspect(float[] gradients)
    {
        _gradients.CopyFromCPU(gradients);
        Index2D instances = new(GradientKernels.Lanes, _blocks * seeds);
        accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, ArrayView<float>, ArrayView<float>, ArrayView<int>>(GradientKernels.Measure)(
            instances, _blocks, count, _gradients.View, _squares.View, _faults.View);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>>(GradientKernels.SumLanes)(_blocks * seeds, _squares.View);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, int, ClipRule, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>>(
            GradientKernels.Judge)(seeds, _blocks, new ClipRule(settings, isModel: false), _squares.View, _means.View, _norms.View, _scales.View);
        accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, ArrayView<float>, ArrayView<float>>(GradientKernels.Scale)(
            instances, _blocks, count, _scales.View, _gradients.View);
        accelerator.Synchronize();
        return _gradients.GetAsArray1D();
    }

    public void Dispose()
    {
        foreach (IDisposable buffer in (IDisposable[])[_gradients, _squares, _means, _norms, _scales, _faults])
            buffer.Dispose();
    }
}
