using ILGPU.Runtime.CPU;

namespace ILGPU.Tests;

/// <summary>A context with one CPU device of a given number of threads.</summary>
internal sealed class CpuFixture : IDisposable
{
    private readonly Context _context;

    internal CpuFixture(int threads = 2)
    {
        _context = Context.Create(builder => builder.CPU(new CPUDevice(4, 1, threads)));
        Accelerator = _context.CreateCPUAccelerator(0);
    }

    internal CPUAccelerator Accelerator { get; }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
