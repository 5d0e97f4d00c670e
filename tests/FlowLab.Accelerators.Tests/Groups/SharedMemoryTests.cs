namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>Memory of a group, and barriers around its use.</summary>
public class SharedMemoryTests(GroupDevice device) : GroupTests(device)
{
    private const int Tile = 8;

    [TestCase(32, 5)]
    [TestCase(64, 3)]
    public void A_tree_sums_a_group(int groupSize, int groups)
    {
        var input = Runs.View([.. Enumerable.Range(0, groupSize * groups).Select(i => (i * 7) % 31)]);
        var sums = Runs.Empty<int>(groups);
        Runs.Check(TreeSum, (groups, groupSize), input, sums);
        Assert.That(sums.GetAsArray(), Is.EqualTo(input.GetAsArray().Chunk(groupSize).Select(chunk => chunk.Sum())));
    }

    [Test]
    public void A_tile_transposes_a_plane()
    {
        var (width, height) = (3 * Tile, 2 * Tile);
        var source = Runs.View([.. Enumerable.Range(0, width * height).Select(i => (float)i)]);
        var target = Runs.Empty<float>(width * height);
        var plane = new ArrayView2D<float, Stride2D.DenseX>(source, new(width, height), new(width));
        var turned = new ArrayView2D<float, Stride2D.DenseX>(target, new(height, width), new(height));
        Runs.Check(Transpose, (new Index2D(3, 2), new Index2D(Tile, Tile)), plane, turned);
        var result = target.GetAsArray();
        for (var i = 0; i < width * height; i++)
            Assert.That(result[(i % width * height) + (i / width)], Is.EqualTo((float)i));
    }

    [Test]
    public void One_variable_is_shared_by_its_group()
    {
        var result = Runs.Empty<long>(12);
        Runs.Check(OneVariable, (3, 4), result);
        Assert.That(result.GetAsArray(), Is.EqualTo(Enumerable.Range(0, 12).Select(i => (i / 4 * 10L) + 3)));
    }

    [Test]
    public void An_allocation_in_a_loop_is_one()
    {
        var result = Runs.Empty<int>(8);
        Runs.Check(AllocateInLoop, (1, 8), 5, result);
        Assert.That(result.GetAsArray(), Is.EqualTo(Enumerable.Range(0, 8).Select(i => Enumerable.Range(0, 5).Sum(round => ((i + 1) % 8) + round))));
    }

    [TestCase(4)]
    [TestCase(16)]
    public void The_launch_says_how_much_dynamic_memory_there_is(int elements)
    {
        var result = Runs.Empty<long>(2 * elements);
        Runs.CheckAgainstIR(Dynamic, new KernelConfig(2, elements, SharedMemoryConfig.RequestDynamic<int>(elements)), result);
        Assert.That(result.GetAsArray(), Is.EqualTo(Enumerable.Range(0, 2 * elements).Select(i => (1000L * elements) + (100L * (elements / 2)) + (elements - 1 - (i % elements)))));
    }

    [Test]
    public void Structs_and_strides_live_in_shared_memory()
    {
        var result = Runs.Empty<float>(16);
        Runs.Check(Strided, (2, 8), result);
        Assert.That(result.GetAsArray(), Is.EqualTo(Enumerable.Range(0, 16).Select(i => (i + 0.5f) * 2 - (i ^ 1))));
    }

    [Test]
    public void Views_of_shared_memory_are_cut_and_cast()
    {
        var result = Runs.Empty<int>(4);
        Runs.Check(CutAndCast, (1, 4), result);
        Assert.That(result.GetAsArray(), Is.EqualTo(new[] { 0x03020100, 4, 8, 1 }));
    }

    [Test]
    public void The_last_group_of_an_index_space_waits_for_the_threads_that_it_has()
    {
        var result = Runs.Empty<int>(21);
        Runs.CheckIndexed(Reverse, (Index1D)21, 8, result);
        Assert.That(result.GetAsArray(), Is.EqualTo(Enumerable.Range(0, 21).Chunk(8).SelectMany(group => group.Reverse())));
    }

    private static void Reverse(Index1D index, ArrayView<int> result)
    {
        var shared = SharedMemory.Allocate<int>(8);
        shared[Group.IdxX] = index;
        Group.Barrier();
        var count = Math.Min(8, result.IntLength - (Grid.IdxX * 8));
        result[index] = shared[count - 1 - Group.IdxX];
    }

    private static void TreeSum(ArrayView<int> input, ArrayView<int> sums)
    {
        var shared = SharedMemory.Allocate<int>(64);
        shared[Group.IdxX] = input[Grid.GlobalIndex.X];
        Group.Barrier();
        for (var half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (Group.IdxX < half)
                shared[Group.IdxX] += shared[Group.IdxX + half];
            Group.Barrier();
        }

        if (Group.IsFirstThread)
            sums[Grid.IdxX] = shared[0];
    }

    private static void Transpose(ArrayView2D<float, Stride2D.DenseX> source, ArrayView2D<float, Stride2D.DenseX> target)
    {
        var tile = SharedMemory.Allocate2D<float, Stride2D.DenseX>(new(Tile, Tile), new(Tile + 1));
        tile[Group.IdxX, Group.IdxY] = source[Grid.GlobalIndex.XY];
        Group.Barrier();
        target[(Grid.IdxY * Tile) + Group.IdxX, (Grid.IdxX * Tile) + Group.IdxY] = tile[Group.IdxY, Group.IdxX];
    }

    private static void OneVariable(ArrayView<long> result)
    {
        ref var shared = ref SharedMemory.Allocate<long>();
        if (Group.IsLastThread)
            shared = (Grid.IdxX * 10) + Group.IdxX;
        Group.Barrier();
        result[Grid.GlobalIndex.X] = shared;
    }

    private static void AllocateInLoop(int rounds, ArrayView<int> result)
    {
        var sum = 0;
        for (var round = 0; round < rounds; round++)
        {
            var shared = SharedMemory.Allocate1D<int>(8);
            shared[Group.IdxX] = Group.IdxX + round;
            Group.Barrier();
            sum += shared[(Group.IdxX + 1) % 8];
            Group.Barrier();
        }

        result[Group.IdxX] = sum;
    }

    private static void Dynamic(ArrayView<long> result)
    {
        var numbers = SharedMemory.GetDynamic<int>();
        numbers[Group.IdxX] = Group.IdxX;
        Group.Barrier();
        var reversed = numbers[numbers.IntLength - 1 - Group.IdxX];
        result[Grid.GlobalIndex.X] = (1000L * numbers.Length) + (100L * SharedMemory.GetDynamic<double>().Length) + reversed;
    }

    private static void Strided(ArrayView<float> result)
    {
        var pairs = SharedMemory.Allocate1D<Pair, Stride1D.General>(8, new(3));
        var i = Grid.GlobalIndex.X;
        pairs[Group.IdxX] = new(i, i + 0.5f);
        Group.Barrier();
        result[i] = (pairs[Group.IdxX].Second * 2) - pairs[Group.IdxX ^ 1].First;
    }

    private static void CutAndCast(ArrayView<int> result)
    {
        var bytes = SharedMemory.Allocate<byte>(16);
        for (var i = Group.IdxX; i < 16; i += Group.DimX)
            bytes[i] = (byte)i;
        Group.Barrier();
        var ints = bytes.Cast<int>();
        result[Group.IdxX] = Group.IdxX switch
        {
            0 => ints[0],
            1 => ints.IntLength,
            2 => bytes.SubView(5, 4)[3],
            _ => bytes.IsValid && ints.SubView(2).IsValid ? 1 : 0,
        };
    }

    private readonly struct Pair(int first, float second)
    {
        public readonly int First = first;
        public readonly float Second = second;
    }
}
