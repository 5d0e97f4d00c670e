using ILGPU.Runtime.OpenCL;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>A context with the first OpenCL device of the machine. Where there is none, the tests of the fixture are skipped and say why.</summary>
internal sealed class OpenClFixture : IDisposable
{
    private readonly Context _context;

    private OpenClFixture()
    {
        _context = Context.Create(builder => builder.OpenCL().Profiling());
        Accelerator = _context.CreateCLAccelerator(0);
    }

    internal CLAccelerator Accelerator { get; }

    internal CLDevice Device => Accelerator.CLDevice;

    internal static OpenClFixture Open()
    {
        if (CLDevice.GetDevices(static _ => true).IsEmpty)
            Assert.Ignore($"No OpenCL device to test on: {CLInstallation.Current.Fault ?? "kernels run on none of them"}");
        return new();
    }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
