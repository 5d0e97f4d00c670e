using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Tests.Kernels;

namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>What kernels with groups may not do, at load and while they run.</summary>
public class GroupFaultTests
{
    private GroupRuns _runs = null!;

    private Accelerator Accelerator => _runs.Accelerator;

    [SetUp]
    public void SetUp() => _runs = new();

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
}
