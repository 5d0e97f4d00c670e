using FlowLab.Accelerators.OpenCl12;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>A context with the first OpenCL device of the machine. Where there is none, the tests of the fixture are skipped and say why.</summary>
internal sealed class OpenClFixture : IDisposable
{
    private readonly Context _context = Context.Create(builder => builder.EnableAlgorithms().Profiling());

    private OpenClFixture() => Accelerator = _context.CreateOpenCl12Accelerator(0);

    internal OpenCl12Accelerator Accelerator { get; }

    internal OpenCl12Device Device => Accelerator.Device;

    internal static OpenClFixture Open()
    {
        if (OpenCl12Device.GetDevices().IsEmpty)
            Assert.Ignore($"No OpenCL device to test on: {OpenClInstallation.Current.Fault ?? "kernels run on none of them"}");
        return new();
    }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
