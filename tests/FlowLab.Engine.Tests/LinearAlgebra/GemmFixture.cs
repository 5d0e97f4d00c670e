using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.LinearAlgebra.Cpu;
using ILGPU;
using ILGPU.Runtime.CPU;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>The products of a CPU device of some threads, with micro-kernels of some width.</summary>
internal sealed class GemmFixture : IDisposable
{
    private readonly Context _context;

    internal GemmFixture(int bits = 0, int threads = 2)
    {
        _context = Context.Create(builder => builder.CPU(new CPUDevice(2, 1, threads)));
        Accelerator = _context.CreateCPUAccelerator(0);
        Products = new(Accelerator, new CpuGemm(new CpuThreads(Accelerator), KernelsOf(bits)));
    }

    internal CPUAccelerator Accelerator { get; }

    internal MatrixMultiply Products { get; }

    public void Dispose()
    {
        Products.Dispose();
        Accelerator.Dispose();
        _context.Dispose();
    }

    /// <summary>Those for vectors of so many bits; 0: those that the processor is best at.</summary>
    private static MicroKernelSet KernelsOf(int bits) => bits switch
    {
        512 => MicroKernels512.Set,
        256 => MicroKernels256.Set,
        128 => MicroKernels128.Set,
        _ => MicroKernelSet.OfProcessor,
    };
}
