using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Driver;
using static ILGPU.Tests.Cuda.CudaLaunchKernels;

namespace ILGPU.Tests.Cuda;

/// <summary>Launches on CUDA devices, on the simulated driver, which runs the PTX.</summary>
public class CudaLaunchTests
{
    [Test]
    public void Every_instance_runs_once([Values(1, 31, 64, 1000)] int count)
    {
        using var cuda = new CudaFixture();
        using var result = cuda.Accelerator.Allocate1D<int>(count + 40);
        cuda.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Number)(count, result.View, 3);
        cuda.Accelerator.Synchronize();
        Assert.That(result.GetAsArray1D(), Is.EqualTo(Enumerable.Range(1, count).Select(i => 3 * i).Concat(new int[40])));
    }

    [Test]
    public void Planes_and_spaces_have_all_their_points()
    {
        using var cuda = new CudaFixture();
        using var plane = cuda.Accelerator.Allocate1D<int>(7 * 9);
        using var space = cuda.Accelerator.Allocate1D<int>(3 * 5 * 7);
        cuda.Accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, int>(Plane)(new(7, 9), plane.View, 7);
        cuda.Accelerator.LoadAutoGroupedStreamKernel<Index3D, ArrayView<int>, int, int>(Space)(new(3, 5, 7), space.View, 3, 5);
        Assert.That(plane.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 63).Select(i => (i % 7) + (1000 * (i / 7)))));
        Assert.That(space.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 105).Select(i => (i % 3) + (100 * (i / 3 % 5)) + (10000 * (i / 15)))));
    }

    [Test]
    public void Long_indices_are_numbers_of_64_bits()
    {
        using var cuda = new CudaFixture();
        using var result = cuda.Accelerator.Allocate1D<long>(100);
        cuda.Accelerator.LoadAutoGroupedStreamKernel<LongIndex1D, ArrayView<long>>(Long)(100, result.View);
        Assert.That(result.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 100).Select(i => i * 3000000000L)));
    }

    [Test]
    public void Arguments_of_all_types_arrive()
    {
        using var cuda = new CudaFixture();
        using var result = cuda.Accelerator.Allocate1D<double>(2);
        using var counts = cuda.Accelerator.Allocate1D([5, 6, 7]);
        var kernel = cuda.Accelerator.LoadAutoGroupedStreamKernel<
            Index1D, byte, sbyte, short, ushort, int, uint, long, ulong, float, double, bool, Settings, ArrayView<double>>(Many);
        kernel(2, 200, -100, -30000, 60000, -2000000000, 4000000000, -1L << 40, 1UL << 50, 0.125f, 0.0625, true, new(true, 8, counts.View), result.View);
        var sum = 200 - 100 - 30000 + 60000 - 2000000000 + 4000000000.0 - Math.Pow(2, 40) + Math.Pow(2, 50) + 0.125 + 0.0625 + 0.5 + 8 + 100 + 3;
        Assert.That(result.GetAsArray1D(), Is.EqualTo(new[] { sum + 5, sum + 6 }));
    }

    [Test]
    public void Streams_wait_for_what_they_have_queued()
    {
        using var cuda = new CudaFixture(isProfiled: true);
        using var stream = cuda.Accelerator.CreateStream();
        using var result = cuda.Accelerator.Allocate1D<int>(10);
        var kernel = cuda.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(Number);
        using var before = stream.AddProfilingMarker();
        kernel(stream, 10, result.View, 2);
        using var after = stream.AddProfilingMarker();
        Assert.That(after - before, Is.EqualTo(TimeSpan.FromMilliseconds(1)));
        Assert.That(before.MeasureFrom(after), Is.EqualTo(TimeSpan.FromMilliseconds(-1)));
        Assert.That(result.GetAsArray1D(), Is.EqualTo(Enumerable.Range(1, 10).Select(i => 2 * i)));
    }

    [Test]
    public void Few_instances_are_spread_over_all_multiprocessors()
    {
        // 4 multiprocessors: 1000 instances go in 4 groups of 256 anyway, 300 in 5 of 64; 10 fit into the smallest.
        Assert.That(new[] { 10, 300, 1000 }.Select(GroupsFor), Is.EqualTo(new[] { 1, 5, 4 }));

        static int GroupsFor(int count)
        {
            using var cuda = new CudaFixture();
            using var result = cuda.Accelerator.Allocate1D<int>(count);
            cuda.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Number)(count, result.View, 1);
            return FakeCuda.LastLaunch!.GridDim.X;
        }
    }

    [Test]
    public void Launches_of_nothing_do_nothing()
    {
        using var cuda = new CudaFixture();
        using var result = cuda.Accelerator.Allocate1D<int>(1);
        cuda.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Number)(0, result.View, 3);
        Assert.That(FakeCuda.CountOf("cuLaunchKernel"), Is.Zero);
    }

    [Test]
    public void A_fault_on_the_device_is_told_where_somebody_waits()
    {
        using var cuda = new CudaFixture();
        using var result = cuda.Accelerator.Allocate1D<int>(1);
        cuda.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Outside)(1, result.View);
        Assert.That(() => cuda.Accelerator.Synchronize(), Throws.InstanceOf<InvalidOperationException>().With.Message.EqualTo(
            "FLK410: waiting for Test Pascal [Cuda] failed: CUDA says CUDA_ERROR_ILLEGAL_ADDRESS (700). A kernel that was launched before read or wrote "
            + "outside of its views; the device is of no more use to this process. Run the same on the CPU with FLOWLAB_BOUNDS_CHECKS=1, which names "
            + "the kernel and the index."));
    }

    [Test]
    public void A_launch_that_the_driver_refuses_says_which_kernel_it_was()
    {
        using var cuda = new CudaFixture();
        using var result = cuda.Accelerator.Allocate1D<int>(1);
        var kernel = cuda.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Number);
        FakeCuda.Fail("cuLaunchKernel", CudaStatus.CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES);
        Assert.That(() => kernel(1, result.View, 3), Throws.InstanceOf<InvalidOperationException>().With.Message.EqualTo(
            "FLK410: launching CudaLaunchKernels_Number on Test Pascal [Cuda] failed: CUDA says CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES (701). Launch with "
            + "smaller groups or less shared memory."));
    }

    [Test]
    public void Views_of_other_accelerators_are_refused()
    {
        using var cuda = new CudaFixture(devices: [FakeDevice.Usual, FakeDevice.Usual]);
        using var other = cuda.Context.CreateCudaAccelerator(1);
        using var foreign = other.Allocate1D<int>(1);
        var kernel = cuda.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Number);
        Assert.That(() => kernel(1, foreign.View, 3), Throws.ArgumentException.With.Message.Contains("belongs to another accelerator"));
    }
}
