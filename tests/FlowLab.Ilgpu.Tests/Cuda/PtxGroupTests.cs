using ILGPU.Runtime;

namespace ILGPU.Tests.Cuda;

/// <summary>Groups whose threads take turns in other ways than one after the other.</summary>
public class PtxGroupTests
{
    private const int Threads = 96;

    /// <summary>Forwards and backwards between barriers, and a few instructions at a time.</summary>
    private static readonly (bool IsReversed, int Quantum)[] Turns = [(false, 0), (true, 0), (false, 1), (true, 3), (false, 7)];

    private static IEnumerable<TestCaseData> Kernels()
    {
        yield return Case(TreeSum, (0, 2 * Threads * ((2 * Threads) - 1) / 2));
        yield return Case(Extremes, (0, 0), (1, (2 * Threads) - 1));
        yield return Case(Histogram, [.. Enumerable.Range(0, 8).Select(bin => (bin, 2 * Threads / 8))]);
        yield return Case(WarpSum, (0, 2 * Threads * ((2 * Threads) - 1) / 2));
        yield return Case(Either, [.. Enumerable.Range(0, 2 * Threads).Select(i => (i, i % 3 == 0 ? i + 1000 : i % 3 == 1 ? i + 2000 : i + 3000))]);
        yield return Case(DynamicReverse, [.. Enumerable.Range(0, 2 * Threads).Select(i => (i, (i / Threads * Threads) + Threads - 1 - (i % Threads)))]);
    }

    [TestCaseSource(nameof(Kernels))]
    public void The_result_does_not_depend_on_whose_turn_it_is(Action<ArrayView<int>> kernel, (int Index, int Value)[] expected)
    {
        using var cpu = new CpuFixture(1);
        using var result = cpu.Accelerator.Allocate1D<int>(2 * Threads);
        foreach (var (isReversed, quantum) in Turns)
        {
            result.MemSetToZero();
            var runner = new PtxRunner(KernelEntry.OfGroups(kernel.Method), result.View.BaseView);
            runner.RunGroups(new(2, 1, 1), new(Threads, 1, 1), Threads * sizeof(int), isReversed, quantum);
            var actual = result.GetAsArray1D();
            Assert.That(expected.Select(entry => actual[entry.Index]), Is.EqualTo(expected.Select(entry => entry.Value)), $"{quantum} at a time");
        }
    }

    [Test]
    public void A_barrier_that_some_threads_do_not_come_to_is_found()
    {
        using var cpu = new CpuFixture(1);
        using var result = cpu.Accelerator.Allocate1D<int>(64);
        var runner = new PtxRunner(KernelEntry.OfGroups(((Action<ArrayView<int>>)Divergent).Method), result.View.BaseView);
        Assert.That(
            () => runner.RunGroups(new(1, 1, 1), new(64, 1, 1)),
            Throws.TypeOf<Machine.PtxException>().With.Message.StartsWith("threads wait for each other at different places"));
    }

    private static TestCaseData Case(Action<ArrayView<int>> kernel, params (int Index, int Value)[] expected) =>
        new TestCaseData(kernel, expected).SetArgDisplayNames(kernel.Method.Name);

    private static void TreeSum(ArrayView<int> result)
    {
        var shared = SharedMemory.Allocate<int>(128);
        shared[Group.IdxX] = Grid.GlobalIndex.X;
        if (Group.IdxX < 128 - Threads)
            shared[Threads + Group.IdxX] = 0;
        Group.Barrier();
        for (var half = 64; half > 0; half /= 2)
        {
            if (Group.IdxX < half)
                shared[Group.IdxX] += shared[Group.IdxX + half];
            Group.Barrier();
        }

        if (Group.IsFirstThread)
            Atomic.Add(ref result[0], shared[0]);
    }

    /// <summary>Float extremes are loops of compare-exchange, which others get in between.</summary>
    private static void Extremes(ArrayView<int> result)
    {
        ref var least = ref SharedMemory.Allocate<float>();
        ref var most = ref SharedMemory.Allocate<double>();
        if (Group.IsFirstThread)
            (least, most) = (1e9f, -1e9);
        Group.Barrier();
        Atomic.Min(ref least, (Grid.GlobalIndex.X * 37 % (2 * Threads)) - 0.5f);
        Atomic.Max(ref most, Grid.GlobalIndex.X * 37 % (2 * Threads));
        Group.Barrier();
        if (Group.IsLastThread)
        {
            Atomic.Min(ref result[0], (int)least);
            Atomic.Max(ref result[1], (int)most);
        }
    }

    private static void Histogram(ArrayView<int> result)
    {
        var bins = SharedMemory.Allocate<int>(8);
        if (Group.IdxX < 8)
            bins[Group.IdxX] = 0;
        Group.Barrier();
        Atomic.Add(ref bins[Group.IdxX % 8], 1);
        Group.Barrier();
        if (Group.IdxX < 8)
            Atomic.Add(ref result[Group.IdxX], bins[Group.IdxX]);
    }

    private static void WarpSum(ArrayView<int> result)
    {
        long sum = Grid.GlobalIndex.X;
        for (var distance = Warp.WarpSize / 2; distance > 0; distance /= 2)
            sum += Warp.ShuffleDown(sum, distance);
        if (Warp.IsFirstLane)
            Atomic.Add(ref result[0], (int)sum);
    }

    /// <summary>One view of global, shared or local memory.</summary>
    private static void Either(ArrayView<int> result)
    {
        var i = Grid.GlobalIndex.X;
        var shared = SharedMemory.Allocate<int>(Threads);
        var local = LocalMemory.Allocate<int>(Threads);
        var target = result.SubView(Grid.IdxX * Threads, Threads);
        if (i % 3 == 1)
            target = shared;
        else if (i % 3 == 2)
            target = local;
        target[Group.IdxX] = i + (1000 * (1 + (i % 3)));
        Group.Barrier();
        result[i] = target[Group.IdxX];
    }

    private static void DynamicReverse(ArrayView<int> result)
    {
        var shared = SharedMemory.GetDynamic<int>();
        shared[Group.IdxX] = Grid.GlobalIndex.X;
        Group.Barrier();
        result[Grid.GlobalIndex.X] = shared[shared.IntLength - 1 - Group.IdxX];
    }

    private static void Divergent(ArrayView<int> result)
    {
        if (Group.IdxX < 5)
        {
            Group.Barrier();
            result[Group.IdxX] = 1;
        }
        else
        {
            result[Group.IdxX] = 2;
            Group.Barrier();
        }
    }
}
