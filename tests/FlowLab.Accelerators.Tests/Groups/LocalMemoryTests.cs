namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>Arrays of one thread.</summary>
public class LocalMemoryTests(GroupDevice device) : GroupTests(device)
{
    [Test]
    public void Every_thread_has_an_array_of_its_own()
    {
        var result = Runs.Empty<int>(12 * 4);
        Runs.Check(Sort, (2, 6), result);
        int[] expected = [.. Enumerable.Range(0, 12).SelectMany(thread => Enumerable.Range(0, 4).Select(i => thread * (7 - i) % 5).Order())];
        Assert.That(result.GetAsArray(), Is.EqualTo(expected));
    }

    [Test]
    public void Kernels_with_an_index_have_local_memory_too()
    {
        var result = Runs.Empty<double>(37);
        Runs.CheckIndexed(Polynomial, (Index1D)37, 8, result);
        Assert.That(result.GetAsArray(), Is.EqualTo(Enumerable.Range(0, 37).Select(i => 1.0 + (2 * i) + (3.0 * i * i))));
    }

    [Test]
    public void Planes_and_structs_are_local()
    {
        var result = Runs.Empty<float>(5);
        Runs.Check(Plane, (1, 5), result);
        Assert.That(result.GetAsArray(), Is.EqualTo(Enumerable.Range(0, 5).Select(i => (float)((12 * i) + 6 + 6))));
    }

    private static void Sort(ArrayView<int> result)
    {
        var numbers = LocalMemory.Allocate<int>(4);
        var thread = Grid.GlobalIndex.X;
        for (var i = 0; i < 4; i++)
            numbers[i] = thread * (7 - i) % 5;
        for (var i = 1; i < 4; i++)
        {
            for (var j = i; j > 0 && numbers[j - 1] > numbers[j]; j--)
                (numbers[j - 1], numbers[j]) = (numbers[j], numbers[j - 1]);
        }

        for (var i = 0; i < 4; i++)
            result[(4 * thread) + i] = numbers[i];
    }

    private static void Polynomial(Index1D index, ArrayView<double> result)
    {
        var powers = LocalMemory.Allocate1D<double>(3);
        powers[(Index1D)0] = 1;
        for (var i = 1; i < 3; i++)
            powers[(Index1D)i] = powers[(Index1D)(i - 1)] * index.X;
        result[index] = powers[(Index1D)0] + (2 * powers[(Index1D)1]) + (3 * powers[(Index1D)2]);
    }

    private static void Plane(ArrayView<float> result)
    {
        var plane = LocalMemory.Allocate2D<Point, Stride2D.DenseX>(new(3, 2), new(4));
        for (var y = 0; y < 2; y++)
        {
            for (var x = 0; x < 3; x++)
                plane[x, y] = new(Group.IdxX + x, y);
        }

        var sum = 0f;
        for (var i = 0; i < 6; i++)
            sum += (2 * plane[i % 3, i / 3].X) + plane[i % 3, i / 3].Y;
        result[Group.IdxX] = sum - 3;
    }

    private readonly record struct Point(float X, float Y);
}
