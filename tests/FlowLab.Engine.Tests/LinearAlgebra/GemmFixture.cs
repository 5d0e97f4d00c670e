using FlowLab.Accelerators.Simd;
using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.LinearAlgebra.Calls;
using FlowLab.Engine.LinearAlgebra.Cpu;
using FlowLab.Engine.LinearAlgebra.Cuda;
using FlowLab.Engine.LinearAlgebra.Sparse;
using FlowLab.Engine.LinearAlgebra.Tiled;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>The products of a device.</summary>
internal sealed class GemmFixture : IDisposable
{
    private readonly KernelLab _lab;

    private GemmFixture(KernelLab lab, IGemmBackend backend, SparseProducts? sparse = null)
    {
        _lab = lab;
        Products = new(lab.Accelerator, backend, sparse);
    }

    internal Accelerator Accelerator => _lab.Accelerator;

    internal MatrixMultiply Products { get; }

    /// <summary>A CPU device of some threads, with micro-kernels of some width; 0: the one that the processor is best at.</summary>
    internal static GemmFixture OnCpu(int bits = 0, int threads = 2)
    {
        KernelLab lab = KernelLab.Open(threads: threads);
        CpuThreads workers = new((SimdAccelerator)lab.Accelerator);
        return new(lab, new CpuGemm(workers, KernelsOf(bits)), new SparseProducts(workers, SparseKernelsOf(bits)));
    }

    /// <summary>The tiled kernel.</summary>
    internal static GemmFixture OfTiledKernel(bool hasLargeGroups, KernelDevice device = KernelDevice.Simd)
    {
        KernelLab lab = KernelLab.Open(device);
        return new(lab, new TiledGemm(lab.Accelerator, hasLargeGroups));
    }

    /// <summary>The calls for cuBLAS, answered by the host.</summary>
    internal static GemmFixture OfCublas(Action<ColumnProduct> multiply)
    {
        KernelLab lab = KernelLab.Open();
        return new(lab, new CublasGemm(lab.Accelerator, (_, product) => multiply(product)));
    }

    /// <summary>The products that an OpenCL device gets.</summary>
    internal static GemmFixture OnOpenCl(KernelDevice device = KernelDevice.OpenCl12)
    {
        KernelLab lab = KernelLab.Open(device);
        return new(lab, new TiledGemm(lab.Accelerator));
    }

    public void Dispose()
    {
        Products.Dispose();
        _lab.Dispose();
    }

    private static MicroKernelSet KernelsOf(int bits) => bits switch
    {
        512 => MicroKernelSet.Of512,
        256 => MicroKernelSet.Of256,
        128 => MicroKernelSet.Of128,
        _ => MicroKernelSet.OfProcessor,
    };

    private static SparseKernelSet SparseKernelsOf(int bits) => bits switch
    {
        512 => SparseKernelSet.Of512,
        256 => SparseKernelSet.Of256,
        128 => SparseKernelSet.Of128,
        _ => SparseKernelSet.OfProcessor,
    };
}
