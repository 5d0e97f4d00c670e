using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>A CPU accelerator on one thread or on several, and the way to it for arrays of the host.</summary>
internal sealed class CpuLab(int threads = 2) : IDisposable
{
    private readonly KernelLab _lab = KernelLab.Open(threads: threads);

    public Accelerator Accelerator => _lab.Accelerator;

    public MemoryBuffer1D<T, Stride1D.Dense> Upload<T>(T[] values)
        where T : unmanaged => Accelerator.Allocate1D(values);

    public T[] Download<T>(MemoryBuffer1D<T, Stride1D.Dense> buffer)
        where T : unmanaged
    {
        Accelerator.Synchronize();
        return buffer.View.GetAsArray1D();
    }

    public void Dispose() => _lab.Dispose();
}
