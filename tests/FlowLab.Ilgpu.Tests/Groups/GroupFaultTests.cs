using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Runtime;

namespace ILGPU.Tests.Groups;

/// <summary>What kernels with groups may not do, at load and while they run.</summary>
public class GroupFaultTests
{
    private GroupRuns _runs = null!;

    private Accelerator Accelerator => _runs.Accelerator;

    [SetUp]
    public void SetUp() => _runs = new(assertions: true);

    [TearDown]
    public void TearDown() => _runs.Dispose();

    [Test]
    public void Allocations_of_unknown_extent_are_refused() => Refused(
        UnknownExtent,
        "FLK120: GroupFaultTests.UnknownExtent (GroupFaultTests.cs:",
        "allocates shared or local memory of an extent that is not constant: SharedMemory with an extent that is only known at run time. Use a constant");

    [Test]
    public void Allocations_of_nothing_are_refused() => Refused(
        EmptyExtent, "FLK120: GroupFaultTests.EmptyExtent", "LocalMemory with an extent of 0.");

    [Test]
    public void Allocations_beyond_all_memory_are_refused() => Refused(
        HugeExtent, "FLK120: GroupFaultTests.HugeExtent", "8000000000 bytes");

    [Test]
    public void Atomics_on_local_variables_are_refused() => Refused(
        LocalAtomic,
        "FLK121: GroupFaultTests.LocalAtomic (GroupFaultTests.cs:",
        "changes a local variable atomically: Atomic.Add. Use an element of a view or of shared memory; no other thread sees a local variable.");

    [Test]
    public void A_barrier_that_only_some_threads_reach_ends_the_launch()
    {
        var kernel = Accelerator.LoadStreamKernel<int, ArrayView<int>>(PartialBarrier);
        Assert.That(() => kernel((1, 16), 10, _runs.Empty<int>(16)), Throws.InvalidOperationException.With.Message.StartsWith(
            "FLK202: all threads of a group must get to the same barriers, and all threads of a warp to the same shuffles, but of the 16 threads of group (0, 0, 0) "
            + "10 wait at a barrier of the group, 0 at a barrier or shuffle of their warp, and 6 have returned."));
        var result = _runs.Empty<int>(16);
        kernel((1, 16), 16, result);
        Assert.That(result.GetAsArray(), Is.All.EqualTo(1), "the accelerator works on");
    }

    [Test]
    public void A_shuffle_that_only_some_lanes_reach_ends_the_launch()
    {
        var kernel = Accelerator.LoadStreamKernel<int, ArrayView<int>>(PartialShuffle);
        Assert.That(() => kernel((1, 16), 4, _runs.Empty<int>(16)), Throws.InvalidOperationException.With.Message.Contains(
            "0 wait at a barrier of the group, 4 at a barrier or shuffle of their warp, and 12 have returned"));
    }

    [TestCase(4)]
    [TestCase(10)]
    public void The_interpreter_sees_threads_that_never_come(int waiting)
    {
        foreach (var method in new[] { ((Action<int, ArrayView<int>>)PartialBarrier).Method, ((Action<int, ArrayView<int>>)PartialShuffle).Method })
        {
            var kernel = KernelCompiler.Compile(KernelEntry.OfGroups(method));
            Assert.That(
                () => new IRInterpreter(kernel, waiting, _runs.Empty<int>(16)).RunGroups(Index3D.One, new(16, 1, 1), GroupRuns.WarpSize),
                Throws.InvalidOperationException.With.Message.Contains("wait at"));
        }
    }

    [Test]
    public void Threads_that_share_differently_end_the_launch()
    {
        var kernel = Accelerator.LoadStreamKernel<ArrayView<int>>(UnequalShare);
        Assert.That(() => kernel((1, 4), _runs.Empty<int>(4)), Throws.InvalidOperationException.With.Message.StartsWith(
            "FLK203: the threads of a group must make the same shared allocations in the same order, but as number 1 one asks for 8 bytes and another for 16."));
    }

    [Test]
    public void A_failed_index_check_in_one_thread_ends_the_waiting_of_the_others()
    {
        var kernel = Accelerator.LoadStreamKernel<int, ArrayView<int>>(FailBeforeBarrier);
        for (var failing = 0; failing < 16; failing += 5)
            Assert.That(() => kernel((3, 16), failing, _runs.Empty<int>(48)), Throws.TypeOf<IndexOutOfRangeException>().With.Message.StartsWith("Index 1000 "));
        var result = _runs.Empty<int>(48);
        kernel((3, 16), -1, result);
        Assert.That(result.GetAsArray(), Is.All.EqualTo(1));
    }

    [Test]
    public void Without_barriers_too()
    {
        var kernel = Accelerator.LoadStreamKernel<int, ArrayView<int>>(FailWithoutBarrier);
        Assert.That(() => kernel((20, 8), 100, _runs.Empty<int>(160)), Throws.TypeOf<IndexOutOfRangeException>());
        Assert.That(() => Grid.DimX, Throws.InvalidOperationException, "the calling thread is no kernel thread any more");
    }

    private void Refused(Action<int, ArrayView<int>> kernel, string start, string part) =>
        Assert.That(() => Accelerator.LoadStreamKernel(kernel), Throws.TypeOf<KernelRefusedException>().With.Message.StartsWith(start).And.Message.Contains(part));

    private static void UnknownExtent(int size, ArrayView<int> result) => result[0] = SharedMemory.Allocate<int>(size)[0];

    private static void EmptyExtent(int size, ArrayView<int> result) => result[0] = LocalMemory.Allocate<int>(0)[0];

    private static void HugeExtent(int size, ArrayView<int> result) => result[0] = (int)SharedMemory.Allocate<double>(1_000_000_000)[0];

    private static void LocalAtomic(int size, ArrayView<int> result)
    {
        var sum = 0;
        Atomic.Add(ref sum, size);
        result[0] = sum;
    }

    private static void PartialBarrier(int count, ArrayView<int> result)
    {
        if (Group.IdxX >= count)
            return;
        result[Group.IdxX] = 1;
        Group.Barrier();
    }

    private static void PartialShuffle(int count, ArrayView<int> result)
    {
        if (Group.IdxX < count)
            result[Group.IdxX] = Warp.Shuffle(Group.IdxX, 0);
    }

    private static void UnequalShare(ArrayView<int> result)
    {
        if (Group.IsFirstThread)
            SharedMemory.Allocate<int>(4)[0] = 1;
        else
            SharedMemory.Allocate<int>(2)[0] = 1;
        result[Group.IdxX] = 1;
    }

    private static void FailBeforeBarrier(int failing, ArrayView<int> result)
    {
        Warp.Barrier();
        result[Group.IdxX == failing ? 1000 : Grid.GlobalIndex.X] = 1;
        Group.Barrier();
    }

    private static void FailWithoutBarrier(int failing, ArrayView<int> result) =>
        result[Grid.GlobalIndex.X == failing ? 1000 : Grid.GlobalIndex.X] = SharedMemory.Allocate<int>(1).IntLength;
}
