using FlowLab.Accelerators.Tests.Kernels.Addressing;

namespace FlowLab.Accelerators.Tests.Kernels.Groups;

/// <summary>Memory of single threads, in kernels with an index.</summary>
[KernelFamily(Extents = [1, 7, 96])]
internal static class LocalKernels
{
    internal static void Table(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var table = LocalMemory.Allocate<int>(8);
        for (var j = 0; j < 8; j++)
            table[j] = j * j;
        r[i] = table[n[i] & 7];
    }

    internal static void Sorted(Index1D i, ArrayView<float> x, ArrayView<float> r)
    {
        var values = LocalMemory.Allocate<float>(5);
        for (var j = 0; j < 5; j++)
            values[j] = x[i + (j * 20)];
        for (var j = 1; j < 5; j++)
        {
            for (var k = j; k > 0 && values[k] < values[k - 1]; k--)
                (values[k], values[k - 1]) = (values[k - 1], values[k]);
        }

        for (var j = 0; j < 5; j++)
            r[(i * 5) + j] = values[j];
    }

    internal static void Histogram(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var counts = LocalMemory.Allocate<byte>(16);
        for (var j = 0; j < 16; j++)
            counts[j] = 0;
        for (var j = 0; j < 40; j++)
            counts[n[i + j] & 15]++;
        var largest = 0;
        for (var j = 0; j < 16; j++)
            largest = counts[j] > counts[largest] ? j : largest;
        r[i] = largest;
    }

    internal static void Structs(Index1D i, ArrayView<Point> n, ArrayView<Point> r)
    {
        var points = LocalMemory.Allocate<Point>(4);
        for (var j = 0; j < 4; j++)
            points[j] = n[i + j];
        points[i & 3].Scale(2f);
        r[i] = points[0] + points[1] + points[2] + points[3];
    }

    internal static void Doubles(Index1D i, ArrayView<double> x, ArrayView<int> at, ArrayView<double> r)
    {
        var values = LocalMemory.Allocate<double>(4);
        for (var j = 0; j < 4; j++)
            values[j] = x[i + j];
        r[i] = values[at[i] & 3];
    }

    internal static void TwoArrays(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var (a, b) = (LocalMemory.Allocate<int>(4), LocalMemory.Allocate<int>(4));
        for (var j = 0; j < 4; j++)
        {
            a[j] = n[i + j];
            b[3 - j] = n[i] - j;
        }

        r[i] = (a[n[i] & 3] * 100) + b[(n[i] >> 2) & 3];
    }

    internal static void InLoop(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        for (var j = 0; j < 3; j++)
        {
            var stack = LocalMemory.Allocate<int>(8);
            var count = 0;
            for (var value = n[i] + (j * 9) + 10; value > 0 && count < 8; value /= 2)
                stack[count++] = value;
            while (count > 0)
                r[i] = (r[i] * 3) + stack[--count];
        }
    }

    internal static void InCall(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[i] = Looked(n[i]) + Looked(n[i] + 1);

    private static int Looked(int place)
    {
        var table = LocalMemory.Allocate<int>(4);
        (table[0], table[1], table[2], table[3]) = (7, -1, place, 100);
        return table[place & 3];
    }
}
