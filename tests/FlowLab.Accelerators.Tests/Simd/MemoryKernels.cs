using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Forms of addresses.</summary>
internal static class MemoryKernels
{
    internal static void Gather(Index1D i, TestData d) => d.OutF[i] = d.F[d.Small[i] * 3];

    internal static void GatherInts(Index1D i, TestData d) => d.OutN[i] = d.N[d.Small[d.Small[i]]];

    internal static void GatherStrided(Index1D i, TestData d) => d.OutF[i] = d.F[i * 3];

    internal static void ScatterStrided(Index1D i, TestData d) => d.OutF[i * 3] = d.G[i];

    internal static void ScatterReversed(Index1D i, TestData d) => d.OutN[100 - i] = d.N[i];

    internal static void ScatterToPermutation(Index1D i, TestData d) => d.OutN[i * 7 % 59] = i;

    internal static void MaskedGatherAndScatter(Index1D i, TestData d)
    {
        if (d.Small[i] > 4)
            d.OutF[i * 2] = d.F[d.Small[i] - 5];
    }

    internal static void OutOfRangeIsNotTouched(Index1D i, TestData d)
    {
        int far = d.Small[i] > 4 ? 1 << 28 : 3;
        if (far < 100)
            d.OutF[i] = d.F[far + i] + d.G[far * i];
    }

    internal static void UniformStore(Index1D i, TestData d)
    {
        if (d.Small[i] > 4)
            d.OutN[5] = 77;
    }

    [OneThread]
    internal static void LastStoreStays(Index1D i, TestData d)
    {
        if (d.Small[i] > 4)
            d.OutN[5] = i;
        d.OutF[3] = d.G[i];
    }

    internal static void UniformLoads(Index1D i, TestData d) => d.OutF[i] = d.G[d.Three] * d.F[i] + d.G[7];

    [OneThread]
    internal static void Bytes(Index1D i, TestData d)
    {
        int x = d.Bytes[i] + (sbyte)d.Bytes[i + 1];
        d.Bytes[i] = (byte)(x ^ 0x3C);
        d.OutN[i] = x;
    }

    internal static void ByteFlags(Index1D i, TestData d)
    {
        if (d.Bytes[i] > 100)
            d.Bytes[i + 80] = (byte)(d.Small[i] > 5 ? 1 : 0);
    }

    internal static void SubViews(Index1D i, TestData d)
    {
        ArrayView<float> row = d.F.SubView(d.Three * 8, 60);
        ArrayView<float> target = d.OutF.SubView(10);
        target[i] = row[i] + row[d.Small[i]];
    }

    internal static void ReadsOwnWrites(Index1D i, TestData d)
    {
        d.OutF[i] = d.G[i];
        d.OutF[i] += d.Scale;
        float x = d.OutF[i];
        d.OutF[i] = x * 2;
        d.OutN[i] = (int)x;
    }

    internal static void RefToElement(Index1D i, TestData d)
    {
        ref float target = ref d.OutF[i];
        target += d.G[i];
        target *= 2;
        if (d.Small[i] > 6)
            target = -1;
    }

    internal static void Pairs(Index1D i, TestData d)
    {
        ArrayView<Pair> pairs = ((ArrayView1D<float, Stride1D.Dense>)d.OutF.SubView(0, 120)).Cast<float, Pair>();
        Pair pair = pairs[i % 48];
        pairs[i % 48] = new Pair(pair.Second, pair.First + d.G[i]);
        if (d.Small[i] > 4)
            pairs[i % 48].First = d.Small[i];
    }

    internal static void Structs(Index1D i, TestData d)
    {
        var pair = new Pair(d.F[i], d.G[i]);
        Pair swapped = Swap(pair);
        d.OutF[i] = swapped.First - swapped.Second;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Pair Swap(Pair pair) => new(pair.Second, pair.First);

    private struct Pair(float first, float second)
    {
        public float First = first;
        public float Second = second;
    }
}
