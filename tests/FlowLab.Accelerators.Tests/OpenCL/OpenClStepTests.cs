using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.OpenCl12;
using FlowLab.Accelerators.Tests.Groups;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>Kernels whose warps go different ways between their shuffles and barriers, which OpenCL has no barriers for.</summary>
public class OpenClStepTests
{
    private OpenClFixture? _fixture;
    private GroupRuns _runs = null!;

    [OneTimeSetUp]
    public void Open() => GroupRuns.Device = (_fixture = OpenClFixture.Open()).Accelerator;

    [OneTimeTearDown]
    public void Close()
    {
        GroupRuns.Device = null;
        _fixture?.Dispose();
    }

    [SetUp]
    public void SetUp() => _runs = new();

    [TearDown]
    public void TearDown() => _runs.Dispose();

    [TestCase(256)]
    [TestCase(100)]
    [TestCase(32)]
    [TestCase(7)]
    public void The_first_warp_sums_what_the_warps_summed(int groupSize)
    {
        var input = _runs.View([.. Enumerable.Range(0, 2 * groupSize).Select(i => (i * 7) % 31)]);
        var sums = _runs.Empty<int>(2);
        _runs.Check(GroupSum, (2, groupSize), input, sums);
        Assert.That(sums.GetAsArray(), Is.EqualTo(input.GetAsArray().Chunk(groupSize).Select(chunk => chunk.Sum())));
    }

    [TestCase(128)]
    [TestCase(77)]
    public void Warps_go_round_a_loop_as_often_as_they_like(int groupSize) =>
        _runs.Check(LoopsOfWarps, (2, groupSize), _runs.View([.. Enumerable.Range(0, 2 * groupSize).Select(i => i * 3)]), _runs.Empty<int>(2 * groupSize));

    [TestCase(128)]
    [TestCase(45)]
    public void Warps_shuffle_in_branches(int groupSize) =>
        _runs.Check(Branches, (3, groupSize), _runs.Empty<float>(3 * groupSize), _runs.Empty<long>(3 * groupSize));

    [Test]
    public void Warps_leave_early() => _runs.Check(LeaveEarly, (2, 160), _runs.View([.. Enumerable.Range(0, 320)]), _runs.Empty<int>(320));

    [TestCase(64, 0)]
    [TestCase(64, 1)]
    public void All_threads_take_a_branch_that_nobody_can_foresee(int groupSize, int flag) =>
        _runs.Check(Agreed, (2, groupSize), _runs.View(flag), _runs.Empty<int>(2 * groupSize));

    [TestCase(37, 8)]
    [TestCase(64, 16)]
    [TestCase(3, 32)]
    public void An_index_space_waits_in_groups_that_are_not_full(int extent, int groupSize) =>
        _runs.CheckIndexed(Indexed, (Index1D)extent, groupSize, _runs.Empty<int>(extent), _runs.Empty<int>(extent));

    [Test]
    public void A_plane_waits_along_its_linear_order() =>
        _runs.CheckIndexed(IndexedPlane, new Index2D(13, 5), 16, _runs.Empty<int>(13 * 5));

    [Test]
    public void Only_such_kernels_run_in_steps()
    {
        Assert.That(Source(GroupSum), Does.Contain("switch (places[thread])"));
        Assert.That(Source(Uniform), Does.Not.Contain("switch").And.Contain("barrier("));
    }

    [Test]
    public void Sub_groups_do_what_they_can_without_steps()
    {
        var intel = new OpenClTarget { Shuffles = OpenClShuffles.Intel, WarpSize = 16 };
        Assert.That(Source(Branches, intel), Does.Contain("intel_sub_group_shuffle").And.Contain("intel_reqd_sub_group_size(16)").And.Not.Contain("switch"));
        Assert.That(Source(Branches, intel with { Shuffles = OpenClShuffles.Khronos }), Does.Contain(" sub_group_shuffle(").And.Contain("cl_khr_subgroup_shuffle"));
        Assert.That(Source(LeaveEarly, intel), Does.Contain("sub_group_barrier(").And.Not.Contain("exchange"));
    }

    private static string Source(Delegate kernel, OpenClTarget? target = null) =>
        OpenClCompiler.Compile(KernelEntry.OfGroups(kernel.Method), target ?? OpenClTarget.Core).Text;

    private static void GroupSum(ArrayView<int> input, ArrayView<int> sums)
    {
        var partial = SharedMemory.Allocate<int>(32);
        var sum = SumOfWarp(input[Grid.GlobalIndex.X], Group.DimX - (Warp.WarpIdx * Warp.WarpSize));
        if (Warp.IsFirstLane)
            partial[Warp.WarpIdx] = sum;
        Group.Barrier();
        if (Warp.WarpIdx != 0)
            return;
        var warps = (Group.DimX + Warp.WarpSize - 1) / Warp.WarpSize;
        sum = SumOfWarp(Warp.LaneIdx < warps ? partial[Warp.LaneIdx] : 0, Group.DimX);
        if (Warp.IsFirstLane)
            sums[Grid.IdxX] = sum;
    }

    /// <summary>The first lane gets the sum of the lanes that there are; a lane without a neighbour gets its own value, which counts as nothing.</summary>
    private static int SumOfWarp(int value, int lanes)
    {
        for (var distance = Warp.WarpSize / 2; distance > 0; distance /= 2)
        {
            var other = Warp.ShuffleDown(value, distance);
            if (Warp.LaneIdx + distance < lanes && Warp.LaneIdx + distance < Warp.WarpSize)
                value += other;
        }

        return value;
    }

    private static void LoopsOfWarps(ArrayView<int> input, ArrayView<int> result)
    {
        var value = input[Grid.GlobalIndex.X];
        for (var round = 0; round <= Warp.WarpIdx; round++)
        {
            for (var mask = 1; mask <= 4; mask <<= 1)
            {
                if (round == 2 && mask == 4)
                    break;
                value += Warp.ShuffleXor(value, mask) * (round + 1);
            }

            if (value % 2 == 0)
                value ^= round;
        }

        result[Grid.GlobalIndex.X] = value;
    }

    private static void Branches(ArrayView<float> floats, ArrayView<long> longs)
    {
        var (thread, lane) = (Grid.GlobalIndex.X, Warp.LaneIdx);
        var value = thread + 0.5f;
        switch (Warp.WarpIdx)
        {
            case 0:
                value = Warp.ShuffleDown(value, 1) + lane;
                break;
            case 1:
                value = Warp.ShuffleUp(value, 2) - Warp.Shuffle(value, 3);
                longs[thread] = Warp.ShuffleXor((long)thread << 33, 1);
                break;
            default:
                Warp.Barrier();
                break;
        }

        floats[thread] = Warp.Shuffle(value, lane + 1, 8);
    }

    private static void LeaveEarly(ArrayView<int> input, ArrayView<int> result)
    {
        var thread = Grid.GlobalIndex.X;
        if (Warp.WarpIdx == 3)
            return;
        var value = input[thread];
        while (true)
        {
            value += Warp.ShuffleUp(value, 1);
            if (Warp.Shuffle(value, 0) > 1000 + (100 * Warp.WarpIdx))
                break;
            value += 200;
            Warp.Barrier();
        }

        result[thread] = value;
    }

    private static void Agreed(ArrayView<int> flag, ArrayView<int> result)
    {
        var shared = SharedMemory.Allocate<int>(256);
        shared[Group.IdxX] = Group.IdxX;
        if (Group.IsFirstThread)
            shared[255] = 0;
        Group.Barrier();

        // All add to it, and all read the same at last: no analysis can know.
        var old = Atomic.Add(ref shared[255], 0);
        if (old + flag[0] > 0)
        {
            var other = shared[Group.DimX - 1 - Group.IdxX];
            Group.Barrier();
            shared[Group.IdxX] = other * 2;
            Group.Barrier();
        }

        result[Grid.GlobalIndex.X] = shared[Group.IdxX] + Warp.ShuffleXor(Group.IdxX, 1);
    }

    private static void Indexed(Index1D index, ArrayView<int> sums, ArrayView<int> counts)
    {
        var shared = SharedMemory.Allocate<int>(64);
        shared[Group.IdxX] = index.X * index.X;
        Group.Barrier();
        var count = Math.Min(Group.DimX, counts.IntLength - (Grid.IdxX * Group.DimX));
        var sum = 0;
        for (var i = 0; i < count; i++)
            sum += shared[i];
        sums[index] = sum + Warp.ShuffleDown(index.X, 1);
        counts[index] = Grid.DimX;
    }

    private static void IndexedPlane(Index2D index, ArrayView<int> result)
    {
        var shared = SharedMemory.Allocate<int>(64);
        shared[Group.IdxX] = (index.Y * 100) + index.X;
        Group.Barrier();
        result[(index.Y * 13) + index.X] = shared[0] + Group.IdxX;
    }

    private static void Uniform(ArrayView<int> result)
    {
        var shared = SharedMemory.Allocate<int>(64);
        for (var i = 0; i < result.IntLength; i++)
        {
            shared[Group.IdxX] = i;
            Group.Barrier();
            if (Grid.IdxX == i)
                result[i] = Warp.ShuffleXor(shared[Group.DimX - 1], 1);
            Group.Barrier();
        }
    }
}
