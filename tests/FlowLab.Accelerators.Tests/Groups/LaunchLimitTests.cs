namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>Launches of sizes that the device does not have are refused by number.</summary>
public class LaunchLimitTests
{
    private const int Lanes = 8;

    private SimdFixture _simd = null!;
    private MemoryBuffer1D<int, Stride1D.Dense> _buffer = null!;

    private Accelerator Accelerator => _simd.Accelerator;

    private ArrayView<int> View => _buffer.View;

    [SetUp]
    public void SetUp()
    {
        _simd = new(2, Lanes * 32);
        _buffer = Accelerator.AllocateZeroed<int>(2048);
    }

    [TearDown]
    public void TearDown() => _simd.Dispose();

    [Test]
    public void Groups_that_are_too_large()
    {
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Fill);
        kernel((2, 1024), View);
        Assert.That(View.GetAsArray(), Is.All.EqualTo(1));
        Assert.That(() => kernel((1, 1025), View), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith(
            "FLK204: a launch of LaunchLimitTests.Fill on SIMD, 256-bit vectors has groups of 1024 threads at most, (1024, 1024, 1024) along X, Y and Z, "
            + "but (1025, 1, 1) were asked for, 1025 threads."));
        Assert.That(
            () => kernel((new Index2D(1, 1), new Index2D(33, 32)), View), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("1056 threads"));
    }

    [Test]
    public void Groups_larger_than_the_kernel_is_specialised_for()
    {
        var kernel = Accelerator.LoadKernel<ArrayView<int>>(Fill, new KernelSpecialization(16, null));
        kernel(Accelerator.DefaultStream, (2, 16), View);
        Assert.That(View.SubView(0, 32).GetAsArray(), Is.All.EqualTo(1));
        Assert.That(() => kernel(Accelerator.DefaultStream, (1, 32), View), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("16 threads at most"));
    }

    [Test]
    public void Empty_and_negative_sizes()
    {
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Fill);
        Assert.That(() => kernel((0, 4), View), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith(
            "FLK204: a launch has at least one group of one thread, but a grid of (0, 1, 1) groups of (4, 1, 1) threads was asked for."));
        Assert.That(() => kernel(default, View), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("FLK204: "));
    }

    [Test]
    public void Chosen_group_sizes_that_the_device_does_not_have()
    {
        Assert.That(() => Accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<int>>(FillIndexed, 1025), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => Accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<int>>(FillIndexed, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void More_shared_memory_than_there_is()
    {
        var size = SharedMemoryConfig.RequestDynamic<byte>(1 << 20);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Share);
        Assert.That(() => kernel(new(1, 4, size), View), Throws.TypeOf<NotSupportedException>().With.Message.EqualTo(
            "FLK205: LaunchLimitTests.Share shares 512 bytes and 1048576 dynamic ones per group, but a group of SIMD, 256-bit vectors has 1048576 bytes. Share less at once."));
        Assert.That(
            () => Accelerator.LoadStreamKernel<ArrayView<int>>(ShareTooMuch), Throws.TypeOf<NotSupportedException>().With.Message.StartsWith("FLK205: LaunchLimitTests.ShareTooMuch shares 1200000 bytes"));
    }

    [Test]
    public void Streams_and_accelerators_that_are_gone_or_foreign()
    {
        using var other = new SimdFixture();
        var kernel = Accelerator.LoadKernel<ArrayView<int>>(Fill);
        Assert.That(
            () => kernel(other.Accelerator.DefaultStream, (1, 4), View), Throws.ArgumentException.With.Message.StartsWith("FLK206: ").And.Message.Contains("another accelerator"));
        using var foreign = other.Accelerator.Allocate1D<int>(4);
        Assert.That(
            () => kernel(Accelerator.DefaultStream, (1, 4), foreign.View), Throws.ArgumentException.With.Message.StartsWith("FLK207: ").And.Message.Contains("parameter 1"));
        var stream = Accelerator.CreateStream();
        stream.Dispose();
        Assert.That(() => kernel(stream, (1, 4), View), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void Kernel_infos_know_the_group_size()
    {
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(FillIndexed, out var auto);
        Accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<int>>(FillIndexed, 12, out var chosen);
        Assert.That((auto!.MinGroupSize, auto.MinGridSize), Is.EqualTo((256, 2)));
        Assert.That(chosen!.MinGroupSize, Is.EqualTo(12));
    }

    private static void Fill(ArrayView<int> view) => view[Grid.GlobalLinearIndex] = 1;

    private static void FillIndexed(Index1D index, ArrayView<int> view) => view[index] = 1;

    private static void Share(ArrayView<int> view)
    {
        var shared = SharedMemory.Allocate<int>(128);
        shared[Group.IdxX] = SharedMemory.GetDynamic<int>().IntLength;
        Group.Barrier();
        view[Grid.GlobalIndex.X] = shared[Group.DimX - 1 - Group.IdxX];
    }

    private static void ShareTooMuch(ArrayView<int> view)
    {
        var shared = SharedMemory.Allocate<int>(300_000);
        shared[Group.IdxX] = 1;
        view[Group.IdxX] = shared[Group.IdxX];
    }
}
