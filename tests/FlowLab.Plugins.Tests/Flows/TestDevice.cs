using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>A CPU device with a chosen number of threads.</summary>
internal sealed class TestDevice : IDisposable
{
    private readonly Context _context;

    public TestDevice(int threads)
    {
        _context = Context.Create(builder => builder.CPU(new CPUDevice(4, 1, threads)));
        Accelerator = _context.CreateCPUAccelerator(0);
    }

    public Accelerator Accelerator { get; }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
