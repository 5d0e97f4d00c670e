namespace FlowLab.Accelerators.Tests.Kernels.Groups;

/// <summary>Atomics whose results do not depend on the order of the threads.</summary>
[GroupFamily(GroupShapes.Lines | GroupShapes.Planes)]
internal static class AtomicKernels
{
    internal static void AddInts(ArrayView<int> x, ArrayView<int> r) => Atomic.Add(ref r[Bin], x[Grid.GlobalLinearIndex]);

    internal static void AddUInts(ArrayView<uint> x, ArrayView<uint> r) => Atomic.Add(ref r[Bin], x[Grid.GlobalLinearIndex]);

    internal static void AddLongs(ArrayView<long> x, ArrayView<long> r) => Atomic.Add(ref r[Bin], x[Grid.GlobalLinearIndex]);

    internal static void AddULongs(ArrayView<ulong> x, ArrayView<ulong> r) => Atomic.Add(ref r[Bin], x[Grid.GlobalLinearIndex]);

    /// <summary>Small numbers, whose sums are exact in any order.</summary>
    internal static void AddFloats(ArrayView<float> n, ArrayView<float> r) => Atomic.Add(ref r[Bin], n[Grid.GlobalLinearIndex]);

    internal static void AddDoubles(ArrayView<double> n, ArrayView<double> r) => Atomic.Add(ref r[Bin], n[Grid.GlobalLinearIndex]);

    internal static void MinInts(ArrayView<int> x, ArrayView<int> r) => Atomic.Min(ref r[Bin], x[Grid.GlobalLinearIndex]);

    internal static void MaxInts(ArrayView<int> x, ArrayView<int> r) => Atomic.Max(ref r[Bin], x[Grid.GlobalLinearIndex]);

    internal static void MinUInts(ArrayView<uint> x, ArrayView<uint> r) => Atomic.Min(ref r[Bin], x[Grid.GlobalLinearIndex + 30]);

    internal static void MaxUInts(ArrayView<uint> x, ArrayView<uint> r) => Atomic.Max(ref r[Bin], x[Grid.GlobalLinearIndex + 300]);

    internal static void MinLongs(ArrayView<long> x, ArrayView<long> r) => Atomic.Min(ref r[Bin], x[Grid.GlobalLinearIndex]);

    internal static void MaxULongs(ArrayView<ulong> x, ArrayView<ulong> r) => Atomic.Max(ref r[Bin], x[Grid.GlobalLinearIndex]);

    internal static void MinFloats(ArrayView<float> n, ArrayView<float> r) => Atomic.Min(ref r[Bin], n[Grid.GlobalLinearIndex] - 3.5f);

    internal static void MaxFloats(ArrayView<float> n, ArrayView<float> r) => Atomic.Max(ref r[Bin], n[Grid.GlobalLinearIndex] * 1.5f);

    internal static void MaxDoubles(ArrayView<double> n, ArrayView<double> r) => Atomic.Max(ref r[Bin], n[Grid.GlobalLinearIndex] * 1.5);

    internal static void AndInts(ArrayView<int> x, ArrayView<int> r) => Atomic.And(ref r[Bin], x[Grid.GlobalLinearIndex] | 3);

    internal static void OrInts(ArrayView<int> n, ArrayView<int> r) => Atomic.Or(ref r[Bin], n[Grid.GlobalLinearIndex] & 0x55);

    internal static void XorInts(ArrayView<int> x, ArrayView<int> r) => Atomic.Xor(ref r[Bin], x[Grid.GlobalLinearIndex]);

    internal static void XorULongs(ArrayView<ulong> x, ArrayView<ulong> r) => Atomic.Xor(ref r[Bin], x[Grid.GlobalLinearIndex]);

    internal static void OrLongs(ArrayView<long> n, ArrayView<long> r) => Atomic.Or(ref r[Bin], n[Grid.GlobalLinearIndex] << 33);

    /// <summary>Every ticket is drawn once.</summary>
    internal static void Tickets(ArrayView<int> r, ArrayView<int> rest)
    {
        var first = r[5];
        var ticket = Atomic.Add(ref r[Grid.LinearIndex * 16], 1);
        rest[(Grid.LinearIndex * 64) + ticket - ((Grid.LinearIndex * 16) % 89) - 1] += first;
    }

    /// <summary>All that is exchanged and what is left is what was there and what came.</summary>
    internal static void Exchange(ArrayView<int> x, ArrayView<int> r, ArrayView<int> rest)
    {
        var before = Atomic.Exchange(ref r[Grid.LinearIndex * 16], x[Grid.GlobalLinearIndex]);
        Atomic.Xor(ref rest[Grid.LinearIndex], before);
        Group.Barrier();
        if (Group.IsFirstThread)
        {
            rest[Grid.LinearIndex] ^= r[Grid.LinearIndex * 16];
            r[Grid.LinearIndex * 16] = 0;
        }
    }

    internal static void CompareExchangeLoop(ArrayView<int> n, ArrayView<int> r)
    {
        int expected;
        var found = r[Bin];
        do
        {
            expected = found;
            found = Atomic.CompareExchange(ref r[Bin], expected, expected + (n[Grid.GlobalLinearIndex] * 3));
        }
        while (found != expected);
    }

    internal static void CompareExchangeOnce(ArrayView<long> r, ArrayView<int> rest)
    {
        if (Atomic.CompareExchange(ref r[Grid.LinearIndex * 16], ((Grid.LinearIndex * 16) % 89) + 1, -5L) != -5L)
            Atomic.Add(ref rest[Grid.LinearIndex], 1);
    }

    internal static void InShared(ArrayView<int> x, ArrayView<int> r)
    {
        var bins = SharedMemory.Allocate<int>(8);
        if (Group.LinearIndex < 8)
            bins[Group.LinearIndex] = 0;
        for (var j = Group.LinearIndex + Group.Dimension.Size; j < 8; j += Group.Dimension.Size)
            bins[j] = 0;
        Group.Barrier();
        Atomic.Add(ref bins[x[Grid.GlobalLinearIndex] & 3], 1);
        Atomic.Max(ref bins[7], Group.LinearIndex);
        Group.Barrier();
        for (var j = Group.LinearIndex; j < 8; j += Group.Dimension.Size)
            r[(Grid.LinearIndex * 8) + j] = bins[j];
    }

    internal static void FloatsInShared(ArrayView<float> n, ArrayView<float> r)
    {
        ref var sum = ref SharedMemory.Allocate<float>();
        if (Group.IsFirstThread)
            sum = 0f;
        Group.Barrier();
        Atomic.Add(ref sum, n[Grid.GlobalLinearIndex] * 0.5f);
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = sum;
    }

    internal static void UnderCondition(ArrayView<int> n, ArrayView<int> r)
    {
        if (n[Grid.GlobalLinearIndex] > 5)
            Atomic.Add(ref r[0], n[Grid.GlobalLinearIndex]);
        else if (n[Grid.GlobalLinearIndex] < 0)
            Atomic.Min(ref r[1], n[Grid.GlobalLinearIndex]);
    }

    internal static void InLoop(ArrayView<int> n, ArrayView<int> r)
    {
        for (var j = 0; j < n[Grid.GlobalLinearIndex]; j++)
            Atomic.Add(ref r[j], j + 1);
    }

    private static int Bin => Grid.GlobalLinearIndex % 5;
}
