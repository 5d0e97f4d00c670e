using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>Work beside every kind of plain copy that the device has; what counts is the fastest of them.</summary>
internal sealed class CopyContest : IDisposable
{
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _source;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _target;
    private readonly int _length;
    private readonly Contest _contest;
    private readonly int _fastest;

    /// <param name="accelerator">The device.</param>
    /// <param name="length">Floats to copy.</param>
    /// <param name="work">What is compared with the copies; done when it returns.</param>
    public CopyContest(Accelerator accelerator, int length, Action work)
    {
        _length = length;
        _source = accelerator.Allocate1D(RandomData.Uniform(length, 7));
        _target = accelerator.Allocate1D<float>(length);
        Action[] copies = CopiesOf(accelerator);
        _contest = new([work, .. copies]);
        _fastest = Enumerable.Range(1, copies.Length).MinBy(_contest.Median);
    }

    /// <summary>Seconds of the work.</summary>
    public double Seconds => _contest.Median(0);

    /// <summary>Seconds of the fastest copy.</summary>
    public double CopySeconds => _contest.Median(_fastest);

    /// <summary>Bytes that the fastest copy reads and writes per second.</summary>
    public double CopyBandwidth => 2.0 * sizeof(float) * _length / CopySeconds;

    /// <summary>How often as long as the fastest copy the work takes, round by round.</summary>
    public double TimeOverCopy => _contest.Ratio(0, _fastest);

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }

    private Action[] CopiesOf(Accelerator accelerator)
    {
        var copy = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>>(FigureKernels.Copy);
        Action byKernel = () =>
        {
            copy(_length, _source.View, _target.View);
            accelerator.Synchronize();
        };
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
            return [byKernel, () => HostCopy.ByRuntime(_source, _target), () => HostCopy.ByLoop(_source, _target)];
        return
        [
            byKernel,
            () =>
            {
                _source.View.BaseView.CopyTo(accelerator.DefaultStream, _target.View.BaseView);
                accelerator.Synchronize();
            },
        ];
    }
}
