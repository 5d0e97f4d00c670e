using System.Runtime.InteropServices;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Driver;

namespace ILGPU.Tests.Cuda;

/// <summary>A launch allocates nothing.</summary>
public unsafe class CudaAllocationTests
{
    private static int s_launches;

    [Test]
    public void Launches_allocate_nothing()
    {
        FakeCuda.Start(FakeDevice.Usual);
        using var context = Context.Create(builder => builder.Add(new CudaInstallation(Find).Devices[0]));
        using var accelerator = context.CreateCudaAccelerator(0);
        using var buffer = accelerator.Allocate1D<int>(5000);
        var view = buffer.View.BaseView;
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(CudaLaunchKernels.Number);
        for (var i = 0; i < 100; i++)
            kernel(5000, view, 3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            kernel(5000, view, 3);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(s_launches, Is.EqualTo(1100));
    }

    /// <summary>The simulated driver, but for the functions of a launch, which allocate nothing here.</summary>
    private static nint Find(string name) => name switch
    {
        "cuLaunchKernel" => (nint)(delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, CudaStatus>)&Launch,
        "cuCtxSetCurrent" => (nint)(delegate* unmanaged<nint, CudaStatus>)&SetCurrent,
        _ => FakeCuda.Find(name),
    };

    [UnmanagedCallersOnly]
    private static CudaStatus Launch(
        nint function, uint gridX, uint gridY, uint gridZ, uint groupX, uint groupY, uint groupZ, uint sharedSize, nint stream, void** parameters, void** extra)
    {
        s_launches++;
        return CudaStatus.CUDA_SUCCESS;
    }

    [UnmanagedCallersOnly]
    private static CudaStatus SetCurrent(nint context)
    {
        FakeCuda.Current = context;
        return CudaStatus.CUDA_SUCCESS;
    }
}
