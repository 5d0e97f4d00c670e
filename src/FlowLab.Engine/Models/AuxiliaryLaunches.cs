using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>The kernels of <see cref="AuxiliaryKernels"/>, loaded.</summary>
internal sealed class AuxiliaryLaunches(Accelerator accelerator)
{
    /// <inheritdoc cref="AuxiliaryKernels.Draw"/>
    public Action<Index2D, SampleTiles, NoiseKey, int, ArrayView<int>, SampleView, ArrayView<float>, ArrayView<float>> Draw { get; } =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, NoiseKey, int, ArrayView<int>, SampleView, ArrayView<float>, ArrayView<float>>(
            AuxiliaryKernels.Draw);

    /// <inheritdoc cref="AuxiliaryKernels.TakeReverse"/>
    public Action<Index1D, ArrayView<float>, ArrayView<float>> TakeReverse { get; } =
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>>(AuxiliaryKernels.TakeReverse);
}
