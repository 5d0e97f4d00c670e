using ILGPU.Runtime.CPU;

namespace ILGPU.Tests;

/// <summary>A context with one CPU device of a given number of threads.</summary>
internal sealed class CpuFixture : IDisposable
{
    private readonly Context _context;

    /// <param name="threads">Threads that a launch runs on.</param>
    /// <param name="assertions">Kernels run as the C# methods that they are, with index checks.</param>
    internal CpuFixture(int threads = 2, bool assertions = false)
    {
        var builder = Context.Create().CPU(new CPUDevice(4, 1, threads));
        _context = (assertions ? builder.Assertions() : builder).ToContext();
        Accelerator = _context.CreateCPUAccelerator(0);
    }

    internal CPUAccelerator Accelerator { get; }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
