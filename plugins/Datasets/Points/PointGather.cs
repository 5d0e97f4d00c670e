using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Fills a batch by a reader, compiled into the kernel.</summary>
internal sealed class PointGather<TReader>(Accelerator accelerator, TReader reader) : IPointGather
    where TReader : struct, IPointReader
{
    private readonly Action<Index2D, PointAddresses, TReader, SampleView> _gather =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, PointAddresses, TReader, SampleView>(PointKernels.Gather<TReader>);

    /// <inheritdoc/>
    public void Launch(int seeds, PointAddresses addresses, SampleView samples)
    {
        int groups = (samples.Features + reader.GroupSize - 1) / reader.GroupSize;
        _gather(new Index2D(samples.Batch, seeds * groups), addresses, reader, samples);
    }
}
