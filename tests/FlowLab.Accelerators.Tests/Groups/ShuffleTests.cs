namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>What lanes of a warp tell each other.</summary>
public class ShuffleTests(GroupDevice device) : GroupTests(device)
{
    private static int W => GroupRuns.WarpSize;

    private static IEnumerable<TestCaseData> Shuffles()
    {
        static int Part(int lane, int source) => source < 0 || source >= 4 ? lane : (lane & ~3) + source;
        yield return new((Action<int, ArrayView<int>>)Whole, new Func<int, int, int>[]
        {
            (lane, k) => (k + (W * 4)) % W, (lane, k) => lane + k >= 0 && lane + k < W ? lane + k : lane,
            (lane, k) => lane - k >= 0 && lane - k < W ? lane - k : lane, (lane, k) => (lane ^ k) >= 0 && (lane ^ k) < W ? lane ^ k : lane,
        }) { TestName = "Every_kind_reads_its_lane_of_the_warp" };
        yield return new((Action<int, ArrayView<int>>)Parts, new Func<int, int, int>[]
        {
            (lane, k) => (lane & ~3) + (k & 3), (lane, k) => Part(lane, (lane & 3) + k),
            (lane, k) => Part(lane, (lane & 3) - k), (lane, k) => Part(lane, (lane & 3) ^ k),
        }) { TestName = "Every_kind_reads_its_lane_of_a_part" };
    }

    [TestCaseSource(nameof(Shuffles))]
    public void Every_kind_reads_its_lane(Action<int, ArrayView<int>> kernel, Func<int, int, int>[] sources)
    {
        for (var k = -3; k <= W; k++)
        {
            var result = Runs.Empty<int>(2 * W * 4);
            Runs.CheckAgainstIR(kernel, (1, 2 * W), k, result);
            int[] expected = [.. Enumerable.Range(0, 2 * W).SelectMany(thread => sources.Select(source => (thread / W * W) + source(thread % W, k)))];
            Assert.That(result.GetAsArray(), Is.EqualTo(expected), $"selector {k}");
        }
    }

    [Test]
    public void Shuffles_scan_a_warp()
    {
        var input = Runs.View([.. Enumerable.Range(0, 4 * W).Select(i => (i * 5) % 13)]);
        var result = Runs.Empty<int>(4 * W);
        Runs.Check(Scan, (2, 2 * W), input, result);
        int[] expected = [.. input.GetAsArray().Chunk(W).SelectMany(warp => warp.Select((_, i) => warp.Take(i + 1).Sum()))];
        Assert.That(result.GetAsArray(), Is.EqualTo(expected));
    }

    [Test]
    public void All_types_are_shuffled()
    {
        var result = Runs.Empty<double>(W * 8);
        Runs.Check(AllTypes, (1, W), result);
        double[] expected = [.. Enumerable.Range(0, W).Select(lane => W - 1 - lane).SelectMany(lane => (double[])
            [lane % 3 == 0 ? 1 : 0, (sbyte)-lane, (ushort)(65535 - lane), -lane, (1L << 40) + lane, lane + 0.5f, lane + 0.25, 'a' + lane])];
        Assert.That(result.GetAsArray(), Is.EqualTo(expected));
    }

    [Test]
    public void Nested_structs_are_shuffled()
    {
        var result = Runs.Empty<double>(W * 5);
        Runs.Check(Structs, (1, W), result);
        double[] expected = [.. Enumerable.Range(0, W).Select(lane => lane ^ 1).SelectMany(lane => (double[])
            [lane, lane % 2 == 0 ? 1 : 0, lane * 0.5, lane, lane > 3 ? 1 : 0])];
        Assert.That(result.GetAsArray(), Is.EqualTo(expected));
    }

    [Test]
    public void A_lane_or_thread_tells_all_others()
    {
        var result = Runs.Empty<float>(2 * 2 * W * 2);
        Runs.Check(Broadcasts, (2, 2 * W), result);
        float[] expected = [.. Enumerable.Range(0, 4 * W).SelectMany(thread => (float[])[(thread / W * W) + 3.5f, (thread / (2 * W) * 2 * W) + 9.5f])];
        Assert.That(result.GetAsArray(), Is.EqualTo(expected));
    }

    [Test]
    public void Barriers_count_and_vote()
    {
        var result = Runs.Empty<int>(3 * 10 * 3);
        Runs.Check(Votes, (3, 10), result);
        int[] expected = [.. Enumerable.Range(0, 30).SelectMany(thread => Vote(thread / 10))];
        Assert.That(result.GetAsArray(), Is.EqualTo(expected));
    }

    [Test]
    public void A_warp_waits_for_its_lanes()
    {
        var result = Runs.Empty<int>(2 * W);
        Runs.Check(WarpBarrier, (1, 2 * W), result);
        Assert.That(result.GetAsArray(), Is.EqualTo(Enumerable.Range(0, 2 * W).Select(thread => (thread / W * W) + ((thread + 1) % W))));
    }

    [Test]
    public void Lanes_that_a_group_does_not_fill_are_left_out()
    {
        var result = Runs.Empty<int>(W + 3);
        Runs.CheckAgainstIR(Down, (1, W + 3), result);
        int[] expected = [.. Enumerable.Range(0, W + 3).Select(thread => thread % W == W - 1 || thread == W + 2 ? thread : thread + 1)];
        Assert.That(result.GetAsArray(), Is.EqualTo(expected));
    }

    private static int[] Vote(int group)
    {
        var trues = Enumerable.Range(0, 10).Count(thread => thread < group * 5);
        return [trues, trues == 10 ? 1 : 0, trues > 0 ? 1 : 0];
    }

    private static void Whole(int k, ArrayView<int> result)
    {
        var (thread, own) = (Group.IdxX, result.SubView(4 * Group.IdxX, 4));
        own[0] = Warp.Shuffle(thread, k);
        own[1] = Warp.ShuffleDown(thread, k);
        own[2] = Warp.ShuffleUp(thread, k);
        own[3] = Warp.ShuffleXor(thread, k);
    }

    private static void Parts(int k, ArrayView<int> result)
    {
        var (thread, own) = (Group.IdxX, result.SubView(4 * Group.IdxX, 4));
        own[0] = Warp.Shuffle(thread, k, 4);
        own[1] = Warp.ShuffleDown(thread, k, 4);
        own[2] = Warp.ShuffleUp(thread, k, 4);
        own[3] = Warp.ShuffleXor(thread, k, 4);
    }

    private static void Scan(ArrayView<int> input, ArrayView<int> result)
    {
        var sum = input[Grid.GlobalIndex.X];
        for (var distance = 1; distance < Warp.WarpSize; distance *= 2)
        {
            var below = Warp.ShuffleUp(sum, distance);
            if (Warp.LaneIdx >= distance)
                sum += below;
        }

        result[Grid.GlobalIndex.X] = sum;
    }

    private static void AllTypes(ArrayView<double> result)
    {
        var (lane, own) = (Warp.LaneIdx, result.SubView(8 * Warp.LaneIdx, 8));
        var source = Warp.WarpSize - 1 - lane;
        own[0] = Warp.Shuffle(lane % 3 == 0, source) ? 1 : 0;
        own[1] = Warp.Shuffle((sbyte)-lane, source);
        own[2] = Warp.Shuffle((ushort)(65535 - lane), source);
        own[3] = Warp.Shuffle(-lane, source);
        own[4] = Warp.Shuffle((1L << 40) + lane, source);
        own[5] = Warp.Shuffle(lane + 0.5f, source);
        own[6] = Warp.Shuffle(lane + 0.25, source);
        own[7] = Warp.Shuffle((char)('a' + lane), source);
    }

    private static void Structs(ArrayView<double> result)
    {
        var (lane, own) = (Warp.LaneIdx, result.SubView(5 * Warp.LaneIdx, 5));
        var other = Warp.ShuffleXor(new Outer(new(lane, lane % 2 == 0), lane * 0.5, new((byte)lane, lane > 3)), 1);
        (own[0], own[1]) = (other.First.Number, other.First.Flag ? 1 : 0);
        (own[2], own[3], own[4]) = (other.Middle, other.Last.Number, other.Last.Flag ? 1 : 0);
    }

    private static void Broadcasts(ArrayView<float> result)
    {
        var thread = Grid.GlobalIndex.X;
        result[2 * thread] = Warp.Broadcast(thread + 0.5f, 3);
        result[(2 * thread) + 1] = Group.Broadcast(thread + 0.5f, 9);
    }

    private static void Votes(ArrayView<int> result)
    {
        var own = result.SubView(3 * Grid.GlobalIndex.X, 3);
        var vote = Group.IdxX < Grid.IdxX * 5;
        own[0] = Group.BarrierPopCount(vote);
        own[1] = Group.BarrierAnd(vote) ? 1 : 0;
        own[2] = Group.BarrierOr(vote) ? 1 : 0;
    }

    private static void WarpBarrier(ArrayView<int> result)
    {
        var shared = SharedMemory.Allocate<int>(2 * 32);
        shared[Group.IdxX] = Group.IdxX;
        Warp.Barrier();
        MemoryFence.GroupLevel();
        result[Group.IdxX] = shared[(Warp.WarpIdx * Warp.WarpSize) + ((Warp.LaneIdx + 1) % Math.Min(Warp.WarpSize, Group.DimX))];
    }

    private static void Down(ArrayView<int> result) => result[Group.IdxX] = Warp.ShuffleDown(Group.IdxX, 1);

    private readonly record struct Inner(int Number, bool Flag);

    private readonly record struct Outer(Inner First, double Middle, Small Last);

    private readonly record struct Small(byte Number, bool Flag);
}
