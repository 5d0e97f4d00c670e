namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>Launches: order, threads, shapes of index spaces, and limits.</summary>
public class OpenClLaunchTests
{
    private OpenClFixture? _opencl;

    [OneTimeSetUp]
    public void Open() => _opencl = OpenClFixture.Open();

    [OneTimeTearDown]
    public void Close() => _opencl?.Dispose();

    private Accelerator Accelerator => _opencl!.Accelerator;

    [Test]
    public void A_stream_runs_in_order()
    {
        using var stream = Accelerator.CreateStream();
        using var data = Accelerator.AllocateZeroed<int>(100);
        var (twice, add) = (Load(Twice), Load(AddOne));
        for (var i = 0; i < 10; i++)
        {
            add(stream, data.IntExtent, data.View);
            twice(stream, data.IntExtent, data.View);
        }

        stream.Synchronize();
        Assert.That(data.GetAsArray1D(), Is.All.EqualTo(2046));
    }

    [Test]
    public void Many_threads_launch_one_kernel_with_their_own_arguments()
    {
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int, int>(Fill);
        var buffers = Enumerable.Range(0, 8).Select(_ => Accelerator.AllocateZeroed<int>(1000)).ToArray();
        Parallel.For(0, 8, i =>
        {
            for (var round = 0; round < 50; round++)
                kernel(1000, buffers[i].View, i, round);
        });
        Accelerator.Synchronize();
        for (var i = 0; i < 8; i++)
        {
            Assert.That(buffers[i].GetAsArray1D(), Is.All.EqualTo((i * 100) + 49));
            buffers[i].Dispose();
        }
    }

    [Test]
    public void A_launch_allocates_nothing()
    {
        using var data = Accelerator.AllocateZeroed<int>(64);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int, int>(Fill);
        void Launch()
        {
            for (var i = 0; i < 100; i++)
                kernel(64, data.View, 1, i);
            Accelerator.Synchronize();
        }

        Launch();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Launch();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [TestCase(1, 1)]
    [TestCase(3, 1000)]
    [TestCase(1000, 3)]
    [TestCase(257, 129)]
    [TestCase(1, 17_000_000)]
    public void A_plane_of_any_shape_runs_every_point_once(int x, int y)
    {
        using var counts = Accelerator.AllocateZeroed<byte>((long)x * y);
        Accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<byte>, int>(CountPlane)(new(x, y), counts.View, x);
        Accelerator.Synchronize();
        Assert.That(counts.GetAsArray1D().AsSpan().ContainsAnyExcept((byte)1), Is.False);
    }

    [TestCase(7, 5, 3)]
    [TestCase(1, 300, 2)]
    [TestCase(2, 1, 300)]
    [TestCase(100, 20, 30)]
    public void A_space_of_any_shape_runs_every_point_once(int x, int y, int z)
    {
        using var counts = Accelerator.AllocateZeroed<byte>((long)x * y * z);
        Accelerator.LoadAutoGroupedStreamKernel<Index3D, ArrayView<byte>, int, int>(CountSpace)(new(x, y, z), counts.View, x, y);
        Accelerator.Synchronize();
        Assert.That(counts.GetAsArray1D(), Is.All.EqualTo(1));
    }

    [TestCase(1)]
    [TestCase(96)]
    [TestCase(100)]
    [TestCase(256)]
    public void The_caller_may_choose_the_group_size(int groupSize)
    {
        using var plane = Accelerator.AllocateZeroed<byte>(77 * 13);
        Accelerator.LoadImplicitlyGroupedStreamKernel<Index2D, ArrayView<byte>, int>(CountPlane, groupSize)(new(77, 13), plane.View, 77);
        Accelerator.Synchronize();
        Assert.That(plane.GetAsArray1D(), Is.All.EqualTo(1));
    }

    [Test]
    public void Specialised_values_are_constants_of_the_compiled_kernel()
    {
        using var data = Accelerator.AllocateZeroed<int>(8);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>, SpecializedValue<int>>(Specialized);
        foreach (var factor in new[] { 3, 5, 3 })
        {
            kernel((1, 8), data.View, SpecializedValue.New(factor));
            Assert.That(data.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 8).Select(i => (7 - i) * factor)));
        }
    }

    [Test]
    public void Markers_measure_the_time_on_the_device()
    {
        using var data = Accelerator.AllocateZeroed<int>(1 << 20);
        using var other = new SimdFixture();
        var kernel = Load(Twice);
        using var start = Accelerator.DefaultStream.AddProfilingMarker();
        for (var i = 0; i < 20; i++)
            kernel(Accelerator.DefaultStream, data.IntExtent, data.View);
        using var end = Accelerator.DefaultStream.AddProfilingMarker();
        end.Synchronize();
        Assert.That(end.MeasureFrom(start), Is.GreaterThan(TimeSpan.Zero));
        Assert.That(start.MeasureFrom(end), Is.LessThan(TimeSpan.Zero));
    }

    [Test]
    public void A_group_that_is_too_large_is_refused()
    {
        using var data = Accelerator.AllocateZeroed<int>(8);
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>, SpecializedValue<int>>(Specialized);
        Assert.That(() => kernel((1, Accelerator.MaxNumThreadsPerGroup + 1), data.View, SpecializedValue.New(1)), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("FLK204: "));
    }

    [Test]
    public void Shared_memory_for_shuffles_counts_too()
    {
        using var data = Accelerator.AllocateZeroed<int>(8);
        var dynamic = Accelerator.MaxSharedMemoryPerGroup - 100;
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(Shuffles);
        Assert.That(
            () => kernel(new KernelConfig(1, 64, SharedMemoryConfig.RequestDynamic<byte>(dynamic)), data.View),
            Throws.TypeOf<NotSupportedException>().With.Message.StartsWith("FLK314: OpenClLaunchTests_Shuffles needs").And.Message.Contains($"has {Accelerator.MaxSharedMemoryPerGroup}"));
    }

    [Test]
    public void Arguments_that_the_device_has_no_room_for_are_refused() => Assert.That(
        () => Accelerator.LoadAutoGroupedStreamKernel<Index1D, Many, Many, Many, Many>(ManyViews),
        Throws.TypeOf<NotSupportedException>().With.Message.StartsWith("FLK315: the arguments of OpenClLaunchTests_ManyViews take ").And.Message.Contains("Pass fewer views"));

    private Action<AcceleratorStream, Index1D, ArrayView<int>> Load(Action<Index1D, ArrayView<int>> kernel) => Accelerator.LoadAutoGroupedKernel(kernel);

    private static void Twice(Index1D i, ArrayView<int> data) => data[i] *= 2;

    private static void AddOne(Index1D i, ArrayView<int> data) => data[i]++;

    private static void Fill(Index1D i, ArrayView<int> data, int number, int round) => data[i] = (number * 100) + round;

    private static void CountPlane(Index2D i, ArrayView<byte> counts, int width) => counts[((long)i.Y * width) + i.X]++;

    private static void CountSpace(Index3D i, ArrayView<byte> counts, int width, int height) => counts[(((i.Z * height) + i.Y) * width) + i.X]++;

    private static void Specialized(ArrayView<int> data, SpecializedValue<int> factor)
    {
        var shared = SharedMemory.Allocate<int>(8 * factor);
        shared[Group.IdxX * factor] = Group.IdxX * factor;
        Group.Barrier();
        data[Group.IdxX] = shared[(7 - Group.IdxX) * factor];
    }

    private static void Shuffles(ArrayView<int> data)
    {
        var shared = SharedMemory.GetDynamic<int>();
        shared[Group.IdxX] = Warp.ShuffleDown(Group.IdxX, 1);
        Group.Barrier();
        data[0] = shared[1];
    }

    private static void ManyViews(Index1D i, Many a, Many b, Many c, Many d) => a.A[i] = a.Sum(i) + b.Sum(i) + c.Sum(i) + d.Sum(i);

    private readonly struct Many(ArrayView<int> view)
    {
        public readonly ArrayView<int> A = view, B = view, C = view, D = view, E = view, F = view, G = view, H = view;
        public readonly ArrayView<int> I = view, J = view, K = view, L = view, M = view, N = view, O = view, P = view, Q = view;

        public int Sum(Index1D i) =>
            A[i] + B[i] + C[i] + D[i] + E[i] + F[i] + G[i] + H[i] + I[i] + J[i] + K[i] + L[i] + M[i] + N[i] + O[i] + P[i] + Q[i];
    }
}
