using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>A CPU accelerator on one thread or on several, and the way to it for arrays of the host.</summary>
internal sealed class CpuLab : IDisposable
{
    private readonly Context _context = Context.Create(builder => builder.CPU());

    public CpuLab(CPUAcceleratorMode mode = CPUAcceleratorMode.Parallel) => Accelerator = _context.CreateCPUAccelerator(0, mode);

    public Accelerator Accelerator { get; }

    public MemoryBuffer1D<T, Stride1D.Dense> Upload<T>(T[] values)
        where T : unmanaged => Accelerator.Allocate1D(values);

    public T[] Download<T>(MemoryBuffer1D<T, Stride1D.Dense> buffer)
        where T : unmanaged
    {
        Accelerator.Synchronize();
        return buffer.View.GetAsArray1D();
    }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
