using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU.Tests.Groups;

/// <summary>Launches of sizes that the device does not have are refused by number.</summary>
public class LaunchLimitTests
{
    private GroupRuns _runs = null!;

    private Accelerator Accelerator => _runs.Accelerator;

    [SetUp]
    public void SetUp() => _runs = new();

    [TearDown]
    public void TearDown() => _runs.Dispose();

    [Test]
    public void Groups_that_are_too_large()
    {
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Fill);
        Assert.That(() => kernel((1, 65), _runs.Empty<int>(65)), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith(
            "FLK204: a launch of LaunchLimitTests.Fill on CPUAccelerator [CPU] has groups of 64 threads at most, (64, 64, 64) along X, Y and Z, "
            + "but (65, 1, 1) were asked for, 65 threads."));
        Assert.That(() => kernel((new Index2D(1, 1), new Index2D(9, 8)), _runs.Empty<int>(72)), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("72 threads"));
    }

    [Test]
    public void Groups_larger_than_the_kernel_is_specialised_for()
    {
        var kernel = Accelerator.LoadKernel<ArrayView<int>>(Fill, new KernelSpecialization(16, null));
        var view = _runs.Empty<int>(32);
        kernel(Accelerator.DefaultStream, (2, 16), view);
        Assert.That(view.GetAsArray(), Is.All.EqualTo(1));
        Assert.That(() => kernel(Accelerator.DefaultStream, (1, 32), view), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("16 threads at most"));
    }

    [Test]
    public void Empty_and_negative_sizes()
    {
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Fill);
        Assert.That(() => kernel((0, 4), _runs.Empty<int>(1)), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith(
            "FLK204: a launch has at least one group of one thread, but a grid of (0, 1, 1) groups of (4, 1, 1) threads was asked for."));
        Assert.That(() => kernel(default, _runs.Empty<int>(1)), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("FLK204: "));
        Assert.That(() => new KernelConfig(2, -1), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("(-1, 1, 1)"));
        Assert.That(() => SharedMemoryConfig.RequestDynamic<int>(0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new SharedMemoryConfig(int.MaxValue, 4).ArraySize, Throws.TypeOf<OverflowException>());
    }

    [Test]
    public void Chosen_group_sizes_that_the_device_does_not_have()
    {
        Assert.That(
            () => Accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<int>>(FillIndexed, 65),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("FLK204: a group of CPUAccelerator [CPU] has 1 to 64 threads, but 65 were asked for."));
        Assert.That(
            () => Accelerator.LoadImplicitlyGroupedKernel<Index1D, ArrayView<int>>(FillIndexed, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void More_shared_memory_than_there_is()
    {
        var size = new SharedMemoryConfig(int.MaxValue - 100, 1);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Share);
        Assert.That(() => kernel(new(1, 4, size), _runs.Empty<int>(4)), Throws.TypeOf<NotSupportedException>().With.Message.EqualTo(
            "FLK205: LaunchLimitTests.Share shares 512 bytes and 2147483547 dynamic ones per group, but a group of CPUAccelerator [CPU] has 2147483647 bytes. Share less at once."));
    }

    [Test]
    public void Streams_and_accelerators_that_are_gone_or_foreign()
    {
        using var other = new CpuFixture();
        var kernel = Accelerator.LoadKernel<ArrayView<int>>(Fill);
        var view = _runs.Empty<int>(4);
        Assert.That(() => kernel(other.Accelerator.DefaultStream, (1, 4), view), Throws.ArgumentException.With.Message.Contains("another accelerator"));
        using var foreign = other.Accelerator.Allocate1D<int>(4);
        Assert.That(() => kernel(Accelerator.DefaultStream, (1, 4), foreign.View), Throws.ArgumentException.With.Message.Contains("parameter 1"));
        var stream = Accelerator.CreateStream();
        stream.Dispose();
        Assert.That(() => kernel(stream, (1, 4), view), Throws.TypeOf<ObjectDisposedException>());
        _runs.Accelerator.Dispose();
        Assert.That(() => Accelerator.LoadKernel<ArrayView<int>>(Fill), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => Accelerator.Launch(Fill, (1, 4), view), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void Kernel_infos_know_the_group_size()
    {
        Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(FillIndexed, out var auto);
        Accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<int>>(FillIndexed, 12, out var chosen);
        Accelerator.LoadStreamKernel<ArrayView<int>>(Fill, out var grouped);
        Assert.That((auto.MinGroupSize, auto.MinGridSize), Is.EqualTo((64, 2)));
        Assert.That((chosen.MinGroupSize, grouped.MinGroupSize), Is.EqualTo(((int?)12, (int?)null)));
    }

    [Test]
    public void Specialisations_fit_a_device_or_not()
    {
        Assert.That(KernelSpecialization.Empty.IsCompatibleWith(Accelerator));
        Assert.That(new KernelSpecialization(64, 1).IsCompatibleWith(Accelerator));
        Assert.That(new KernelSpecialization(65, null).IsCompatibleWith(Accelerator), Is.False);
        Assert.That(new KernelSpecialization(32, 3).IsCompatibleWith(Accelerator), Is.False);
        Assert.That(
            () => Accelerator.LoadKernel<ArrayView<int>>(Fill, new KernelSpecialization(32, 3)),
            Throws.TypeOf<NotSupportedException>().With.Message.StartsWith("FLK204: LaunchLimitTests.Fill is specialised").And.Message.Contains("32 threads per group, 3 groups"));
        Assert.That(() => new KernelSpecialization(0, null), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(new KernelSpecialization(3, null) == new KernelSpecialization(3, null) && new KernelSpecialization(3, 1) != new KernelSpecialization(3, null));
    }

    [Test]
    public void Configs_convert_from_and_to_tuples()
    {
        KernelConfig config = (new Index3D(2, 3, 4), new Index3D(5, 6, 1), SharedMemoryConfig.RequestDynamic<double>(3));
        var (grid, group, shared) = config;
        Assert.That((grid, group, shared.ArraySize, config.Size), Is.EqualTo((new Index3D(2, 3, 4), new Index3D(5, 6, 1), 24, 720L)));
        Assert.That((config.IsValid, config.UsesDynamicSharedMemory, config.IndexType), Is.EqualTo((true, true, IndexType.KernelConfig)));
        Assert.That(((KernelConfig)(new Index3D(1), (Index1D)7)).GroupDim, Is.EqualTo(new Index3D(7, 1, 1)));
        Assert.That(((KernelConfig)(new Index3D(1), new Index2D(7, 8))).ToDimensions(), Is.EqualTo((new Index3D(1), new Index3D(7, 8, 1))));
        Assert.That(default(KernelConfig).IsValid, Is.False);
    }

    private static void Fill(ArrayView<int> view) => view[Grid.GlobalIndex.X] = 1;

    private static void FillIndexed(Index1D index, ArrayView<int> view) => view[index] = 1;

    private static void Share(ArrayView<int> view)
    {
        var shared = SharedMemory.Allocate<int>(128);
        shared[Group.IdxX] = SharedMemory.GetDynamic<int>().IntLength;
        Group.Barrier();
        view[Grid.GlobalIndex.X] = shared[Group.DimX - 1 - Group.IdxX];
    }
}
