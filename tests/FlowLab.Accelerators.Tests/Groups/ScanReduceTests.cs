using ILGPU.Algorithms;
using ILGPU.Algorithms.ScanReduceOperations;

namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>Reductions and scans of warps and groups. ILGPU says what they are for whole warps only.</summary>
public class ScanReduceTests(GroupDevice device) : GroupTests(device)
{
    [TestCase(2, 64)]
    [TestCase(3, 32)]
    [TestCase(3, 24)]
    [TestCase(1, 8)]
    public void A_group_adds_up(int groups, int size)
    {
        RequireWholeWarps(size);
        var input = Runs.View([.. Enumerable.Range(0, groups * size).Select(i => (i * 31 % 17) - 5)]);
        var result = Runs.Empty<int>(4 * groups * size);
        Runs.Check(OfGroup, (groups, size), input, result);
        var expected = input.GetAsArray().Chunk(size).SelectMany(group => group.SelectMany((value, i) => (int[])
            [i == 0 ? group.Sum() : 0, group.Sum(), group.Take(i + 1).Sum(), group.Take(i).Sum()]));
        Assert.That(result.GetAsArray(), Is.EqualTo(expected));
    }

    [TestCase(2, 16)]
    [TestCase(2, 64)]
    [TestCase(2, 24)]
    public void A_warp_finds_its_extremes(int groups, int size)
    {
        RequireWholeWarps(size);
        var input = Runs.View([.. Enumerable.Range(0, groups * size).Select(i => (i * 31 % 17) - 5.5f)]);
        var result = Runs.Empty<float>(4 * groups * size);
        Runs.Check(OfWarp, (groups, size), input, result);
        var expected = input.GetAsArray().Chunk(size).SelectMany(group => group.Chunk(GroupRuns.WarpSize)).SelectMany(warp => warp.SelectMany((value, i) => (float[])
            [i == 0 ? warp.Max() : 0, warp.Min(), warp.Take(i + 1).Max(), i == 0 ? float.MaxValue : warp.Take(i).Min()]));
        Assert.That(result.GetAsArray(), Is.EqualTo(expected));
    }

    [Test]
    public void More_warps_than_slots_go_round()
    {
        long[] squares = [.. Enumerable.Range(0, 150).Select(i => (long)i * i)];
        var accelerator = Runs.Accelerator;
        using var values = accelerator.Allocate1D(squares);
        using var sums = accelerator.AllocateZeroed<long>(150);
        accelerator.LoadStreamKernel<ArrayView<long>, ArrayView<long>>(ScanLongs)((1, 150), values.View, sums.View);
        Assert.That(sums.GetAsArray1D(), Is.EqualTo(squares.Select((_, i) => squares.Take(i + 1).Sum())));
    }

    private static void RequireWholeWarps(int size)
    {
        if (size % GroupRuns.WarpSize != 0)
            Assert.Ignore($"Warps of this device have {GroupRuns.WarpSize} lanes, and ILGPU's algorithms are for groups of whole warps.");
    }

    private static void OfGroup(ArrayView<int> input, ArrayView<int> result)
    {
        var (thread, value) = (Grid.GlobalIndex.X, input[Grid.GlobalIndex.X]);
        var own = result.SubView(4 * thread, 4);
        var sum = GroupExtensions.Reduce<int, AddInt32>(value);
        own[0] = Group.IsFirstThread ? sum : 0;
        own[1] = GroupExtensions.AllReduce<int, AddInt32>(value);
        own[2] = GroupExtensions.InclusiveScan<int, AddInt32>(value);
        own[3] = GroupExtensions.ExclusiveScan<int, AddInt32>(value);
    }

    private static void OfWarp(ArrayView<float> input, ArrayView<float> result)
    {
        var (thread, value) = (Grid.GlobalIndex.X, input[Grid.GlobalIndex.X]);
        var own = result.SubView(4 * thread, 4);
        var largest = WarpExtensions.Reduce<float, MaxFloat>(value);
        own[0] = Warp.IsFirstLane ? largest : 0;
        own[1] = WarpExtensions.AllReduce<float, MinFloat>(value);
        own[2] = WarpExtensions.InclusiveScan<float, MaxFloat>(value);
        own[3] = WarpExtensions.ExclusiveScan<float, MinFloat>(value);
    }

    private static void ScanLongs(ArrayView<long> values, ArrayView<long> sums) =>
        sums[Group.IdxX] = GroupExtensions.InclusiveScan<long, AddInt64>(values[Group.IdxX]);
}
