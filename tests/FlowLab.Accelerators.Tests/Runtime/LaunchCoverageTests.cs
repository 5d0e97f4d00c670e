namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>Every index of a launch runs exactly once, for any number of threads.</summary>
[TestFixture(1)]
[TestFixture(2)]
[TestFixture(3)]
public class LaunchCoverageTests(int threads)
{
    private SimdFixture _simd = null!;

    [OneTimeSetUp]
    public void SetUp() => _simd = new(threads);

    [OneTimeTearDown]
    public void TearDown() => _simd.Dispose();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(100_003)]
    public void Over_Index1D(int length)
    {
        using var counts = _simd.Accelerator.AllocateZeroed<int>(length);
        var kernel = _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Count1D);
        for (var i = 0; i < 20; i++)
            kernel(length, counts.View);
        _simd.Accelerator.Synchronize();
        Assert.That(counts.GetAsArray1D(), Is.All.EqualTo(20));
    }

    [TestCase(16, 1)]
    [TestCase(1, 16)]
    [TestCase(13, 17)]
    [TestCase(0, 5)]
    [TestCase(300, 257)]
    public void Over_Index2D_with_X_fastest(int width, int height)
    {
        using var order = _simd.Accelerator.AllocateZeroed<int>(width * height);
        var kernel = _simd.Accelerator.LoadAutoGroupedKernel<Index2D, ArrayView<int>, int>(Mark2D);
        kernel(_simd.Accelerator.DefaultStream, (width, height), order.View, width);
        _simd.Accelerator.Synchronize();
        Assert.That(order.GetAsArray1D(), Is.EqualTo(Enumerable.Range(1, width * height)));
    }

    [TestCase(5, 7, 11)]
    [TestCase(1, 1, 9)]
    [TestCase(31, 1, 64)]
    public void Over_Index3D_with_X_fastest(int width, int height, int depth)
    {
        using var order = _simd.Accelerator.AllocateZeroed<int>(width * height * depth);
        var kernel = _simd.Accelerator.LoadAutoGroupedStreamKernel<Index3D, ArrayView<int>, Index2D>(Mark3D);
        kernel(new(width, height, depth), order.View, new(width, height));
        Assert.That(order.GetAsArray1D(), Is.EqualTo(Enumerable.Range(1, width * height * depth)));
    }

    [Test]
    public void Heavy_instances_after_light_ones_still_run_once()
    {
        using var counts = _simd.Accelerator.AllocateZeroed<int>(64);
        var kernel = _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Busy);
        for (var i = 0; i < 200; i++)
            kernel(64, counts.View, i % 10 == 9 ? 20_000 : 0);
        Assert.That(counts.GetAsArray1D(), Is.All.EqualTo(200));
    }

    private static void Count1D(Index1D index, ArrayView<int> counts) => Atomic.Add(ref counts[index], 1);

    private static void Mark2D(Index2D index, ArrayView<int> order, int width) => order[(index.Y * width) + index.X] += (index.Y * width) + index.X + 1;

    private static void Mark3D(Index3D index, ArrayView<int> order, Index2D extent)
    {
        var linear = (((index.Z * extent.Y) + index.Y) * extent.X) + index.X;
        order[linear] += linear + 1;
    }

    private static void Busy(Index1D index, ArrayView<int> counts, int spins)
    {
        var state = index.X + 1u;
        for (var i = 0; i < spins; i++)
            state = (state * 1664525u) + 1013904223u;
        Atomic.Add(ref counts[index], state == 0 ? 2 : 1);
    }
}
