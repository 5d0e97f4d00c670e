using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.LinearAlgebra.Cpu;
#if FLOWLAB_ILGPU
using FlowLab.Engine.LinearAlgebra.Cuda;
#endif
using FlowLab.Engine.LinearAlgebra.Tiled;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
#if FLOWLAB_ILGPU
using ILGPU.Runtime.Cuda;
#endif
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>The products of a device.</summary>
internal sealed class GemmFixture : IDisposable
{
    private readonly Context _context;

    private GemmFixture(Context context, Accelerator accelerator, IGemmBackend backend)
    {
        (_context, Accelerator) = (context, accelerator);
        Products = new(accelerator, backend);
    }

    internal Accelerator Accelerator { get; }

    internal MatrixMultiply Products { get; }

    /// <summary>A CPU device of some threads, with micro-kernels of some width; 0: the one that the processor is best at.</summary>
    internal static GemmFixture OnCpu(int bits = 0, int threads = 2)
    {
        Context context = Context.Create(builder => builder.CPU(new CPUDevice(2, 1, threads)).Assertions());
        CPUAccelerator accelerator = context.CreateCPUAccelerator(0);
        return new(context, accelerator, new CpuGemm(new CpuThreads(accelerator), KernelsOf(bits)));
    }

    /// <summary>The tiled kernel, run as the C# that it is.</summary>
    internal static GemmFixture OfTiledKernel(bool hasLargeGroups)
    {
        Context context = Context.Create(builder => builder.CPU(new CPUDevice(4, 64, 2)).Assertions());
        CPUAccelerator accelerator = context.CreateCPUAccelerator(0);
        return new(context, accelerator, new TiledGemm(accelerator, hasLargeGroups));
    }

#if FLOWLAB_ILGPU
    /// <summary>The calls for cuBLAS, answered by the host.</summary>
    internal static GemmFixture OfCublas(Action<CudaGemm> multiply)
    {
        Context context = Context.Create(builder => builder.CPU(new CPUDevice(4, 64, 2)).Assertions());
        CPUAccelerator accelerator = context.CreateCPUAccelerator(0);
        return new(context, accelerator, new CublasGemm(accelerator, (_, gemm) => multiply(gemm)));
    }
#endif

    /// <summary>The first OpenCL device; a test without one is skipped and says so.</summary>
    internal static GemmFixture OnOpenCl()
    {
        Context context = Context.Create(builder => builder.OpenCL());
        if (context.GetCLDevices().Count == 0)
        {
            context.Dispose();
            Assert.Ignore("There is no OpenCL device.");
        }

        Accelerator accelerator = context.CreateCLAccelerator(0);
        return new(context, accelerator, new TiledGemm(accelerator));
    }

    public void Dispose()
    {
        Products.Dispose();
        Accelerator.Dispose();
        _context.Dispose();
    }

    private static MicroKernelSet KernelsOf(int bits) => bits switch
    {
        512 => MicroKernels512.Set,
        256 => MicroKernels256.Set,
        128 => MicroKernels128.Set,
        _ => MicroKernelSet.OfProcessor,
    };
}
