using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>Arguments that are constants of the compiled kernel.</summary>
public class SpecializedValueTests
{
    private GroupRuns _runs = null!;

    [SetUp]
    public void SetUp() => _runs = new();

    [TearDown]
    public void TearDown() => _runs.Dispose();

    [Test]
    public void A_kernel_is_launched_with_any_value()
    {
        using var sums = _runs.Accelerator.AllocateZeroed<int>(4);
        var kernel = _runs.Accelerator.LoadStreamKernel<SpecializedValue<int>, ArrayView<int>>(SumBelow);
        foreach (var size in (int[])[4, 8, 4, 1, 8])
        {
            kernel((4, size), new(size), sums.View);
            Assert.That(sums.GetAsArray1D(), Is.All.EqualTo(size * (size - 1) / 2));
        }
    }

    [Test]
    public void The_value_is_a_constant_of_the_kernel()
    {
        var entry = KernelEntry.OfGroups(((Action<SpecializedValue<int>, ArrayView<int>>)SumBelow).Method);
        var kernel = KernelCompiler.Compile(entry with { Values = new([12]) });
        Assert.That(kernel.Allocations.Select(allocation => allocation.SizeInBytes), Is.EqualTo(new[] { 48 }));
        Assert.That(kernel.Parameters.Where(parameter => parameter.IsArgument).Select(parameter => parameter.Name), Is.EqualTo(new[] { "sums.ptr" }));
    }

    [Test]
    public void Values_of_every_type_choose_the_version()
    {
        using var results = _runs.Accelerator.AllocateZeroed<double>(4);
        var kernel = _runs.Accelerator.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<double>, SpecializedValue<float>, SpecializedValue<bool>, SpecializedValue<long>, SpecializedValue<byte>, SpecializedValue<double>>(Mix);
        foreach (var (f, b, l, small, d) in new[] { (0.5f, true, 7L, (byte)200, 0.1), (-0.5f, true, 7L, (byte)200, 0.1), (0.5f, false, -1L << 40, (byte)1, -2.5) })
        {
            kernel(4, results.View, new(f), new(b), SpecializedValue.New(l), new(small), new(d));
            Assert.That(results.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 4).Select(i => i + f + (b ? 1000 : 0) + l + small + d)));
        }
    }

    [Test]
    public void A_launch_of_a_known_value_allocates_nothing()
    {
        using var sums = _runs.Accelerator.AllocateZeroed<int>(64);
        var kernel = _runs.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, SpecializedValue<int>>(AddValue);
        Launch();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Launch();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(sums.GetAsArray1D(), Is.All.EqualTo(2 * 100 * 3));

        void Launch()
        {
            for (var i = 0; i < 100; i++)
            {
                kernel(64, sums.View, new(1));
                kernel(64, sums.View, new(2));
            }
        }
    }

    [Test]
    public void What_is_refused_for_any_value_is_refused_at_the_first_launch() => Assert.That(
        () => _runs.Accelerator.LoadKernel<SpecializedValue<int>, int>(Refused)(_runs.Accelerator.DefaultStream, (1, 1), new(4), 1),
        Throws.TypeOf<KernelRefusedException>().With.Message.StartsWith("FLK103: "));

    private static void SumBelow(SpecializedValue<int> size, ArrayView<int> sums)
    {
        var numbers = SharedMemory.Allocate<int>(size);
        numbers[Group.IdxX] = Group.IdxX;
        Group.Barrier();
        var sum = 0;
        for (var i = 0; i < size.Value; i++)
            sum += numbers[i];
        sums[Grid.IdxX] = sum;
    }

    private static void Mix(
        Index1D index, ArrayView<double> results, SpecializedValue<float> f, SpecializedValue<bool> b, SpecializedValue<long> l, SpecializedValue<byte> small, SpecializedValue<double> d) =>
        results[index] = index + f.Value + (b ? 1000 : 0) + l + small + d;

    private static void AddValue(Index1D index, ArrayView<int> sums, SpecializedValue<int> value) => sums[index] += value;

    private static void Refused(SpecializedValue<int> size, int number) =>
        SharedMemory.Allocate<int>(size)[0] = Environment.CurrentManagedThreadId + number;
}
