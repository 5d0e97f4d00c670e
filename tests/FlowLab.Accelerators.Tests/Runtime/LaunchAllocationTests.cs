using FlowLab.Accelerators.Simd;

namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>Launches allocate nothing on the managed heap once they are warm, nor does trying which way they are faster.</summary>
public class LaunchAllocationTests
{
    [TestCase(1, 16)]
    [TestCase(2, 16)]
    [TestCase(2, 100_000)]
    public void A_launch_allocates_nothing(int threads, int length)
    {
        using var simd = new SimdFixture(threads);
        using var data = simd.Accelerator.AllocateZeroed<float>(length);
        var kernel = simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, float>(Increment);
        LaunchOften(kernel, data);
        var before = GC.GetAllocatedBytesForCurrentThread();
        LaunchOften(kernel, data);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static void LaunchOften(Action<Index1D, ArrayView<float>, float> kernel, MemoryBuffer1D<float, Stride1D.Dense> data)
    {
        for (var i = 0; i < LaunchPhases.Trials + LaunchPhases.ShortestInterval; i++)
            kernel(data.IntExtent, data.View, 1f);
    }

    private static void Increment(Index1D index, ArrayView<float> data, float amount) => data[index] += amount;
}
