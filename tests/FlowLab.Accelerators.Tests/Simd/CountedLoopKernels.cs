using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Loops whose lanes take part together until the first reaches a bound of its own, and loops that only look like them.</summary>
internal static class CountedLoopKernels
{
    private const int Step = 48;
    private const int Most = 150;

    internal static void BoundOfEachLane(Index1D i, TestData d)
    {
        float sum = 0;
        int end = i + (d.Small[i] * 3);
        for (int s = i; s < end; s++)
            sum += d.F[s];
        d.OutF[i] = sum;
    }

    internal static void SamplesOfTiles(Index1D i, TestData d)
    {
        int end = XMath.Min(i + (3 * Step), Most);
        for (int s = i; s < end; s += Step)
            d.OutF[s] += d.Scale * d.G[s];
        for (int s = i; s < end; s += Step)
            d.OutN[s] -= d.Small[s];
    }

    internal static void BranchesInside(Index1D i, TestData d)
    {
        int end = XMath.Min(i + (d.Small[i] * Step), Most), taken = 0;
        for (int s = i; s < end; s += Step)
        {
            float x = d.F[s];
            if (x > 0f && x < 3f)
                d.OutF[s] = 2f * x;
            else
                taken++;
        }
        d.OutN[i] = taken;
    }

    internal static void OnlySomeEnter(Index1D i, TestData d)
    {
        float sum = 1;
        int end = i + d.Small[i];
        if (d.Small[i] > 6)
        {
            for (int s = i; s < end; s++)
                sum += d.G[s];
        }
        d.OutF[i] = sum;
    }

    internal static void OnlySomeEnterThoughBoundsAreEqual(Index1D i, TestData d)
    {
        int count = 0, end = i + 20 + XMath.Min(d.Small[i], d.Zero);
        if (d.Small[i] != 3)
        {
            for (int s = i; s < end; s++)
            {
                count += d.Small[s];
                d.OutN[i] = count;
            }
        }
    }

    internal static void SomeBreak(Index1D i, TestData d)
    {
        int at = 0, end = i + d.Small[i];
        for (int s = i; s < end; s++)
        {
            if (d.F[s] > 2f)
                break;
            at += d.Small[s];
            d.OutF[i] += d.G[s];
        }
        d.OutN[i] = at;
    }

    internal static void SomeBreakBehindAStore(Index1D i, TestData d)
    {
        int end = i + d.Small[i];
        for (int s = i; s < end; s++)
        {
            d.OutF[i] += d.G[s];
            if (d.F[s] > 2f)
                break;
        }
    }

    internal static void SomeReturn(Index1D i, TestData d)
    {
        int end = i + 10 + d.Small[i];
        for (int s = i; s < end; s++)
        {
            if (d.F[s] > 3f)
            {
                d.OutN[i] = s;
                return;
            }
            d.OutF[i] += d.G[s];
        }
        d.OutN[i] = -1;
    }

    internal static void SomeContinue(Index1D i, TestData d)
    {
        int end = i + d.Small[i];
        for (int s = i; s < end; s++)
        {
            if (d.Small[s] < 5)
                continue;
            d.OutN[i] += d.Small[s];
        }
    }

    /// <summary>The same counter in all lanes.</summary>
    internal static void CounterOfAll(Index1D i, TestData d)
    {
        int sum = 0, end = XMath.Min(d.N[i], 7);
        for (int s = -5; s < end; s++)
            sum += (s * s) + 1;
        d.OutN[i] = sum;
    }

    internal static void BoundsNearTheGreatestNumber(Index1D i, TestData d)
    {
        int count = 0, end = d.N[i];
        for (int s = int.MaxValue - 60 + i; s < end; s++)
            count++;
        for (int s = int.MaxValue - d.Three; s < end; s++)
            count += 100;
        d.OutN[i] = count;
    }

    internal static void BoundsNearTheLeastNumber(Index1D i, TestData d)
    {
        int count = 0;
        int end = int.MinValue + d.Small[i];
        for (int s = int.MinValue + i; s < end; s++)
            count++;
        for (int s = int.MinValue + (d.Zero * i); s < end; s++)
            count += 100;
        int others = int.MinValue + (i % 16 == 0 ? 9 : 0);
        for (int s = int.MinValue + i; s < others; s++)
            count += 10000;
        d.OutN[i] = count;
    }

    internal static void GrowingByThree(Index1D i, TestData d)
    {
        float sum = 0;
        int near = (3 * i) + d.Small[i], same = d.Small[i] + 100;
        for (int s = 3 * i; s < near; s++)
            sum += d.F[s];
        for (int s = 3 * i; s < same; s += 2)
            sum -= d.G[s];
        d.OutF[i] = sum;
    }

    internal static void FallingFromLaneToLane(Index1D i, TestData d)
    {
        int sum = 0, end = 40 + d.Small[i];
        for (int s = 60 - i; s < end; s++)
            sum += d.Small[s];
        d.OutN[i] = sum;
    }

    internal static void BoundOfAll(Index1D i, TestData d)
    {
        int sum = 0;
        for (int s = i; s < d.Three * 13; s += d.Three)
            sum += d.Small[s];
        for (int s = i; s < 16; s++)
            sum += 1000;
        d.OutN[i] = sum;
    }

    internal static void OneInTheOther(Index1D i, TestData d)
    {
        int sum = 0, outer = i + d.Small[i];
        for (int s = i; s < outer; s++)
        {
            int inner = i + d.Small[s];
            for (int k = i; k < inner; k++)
                sum += d.Small[k] + s;
            d.OutF[i] += inner;
        }
        d.OutN[i] = sum;
    }

    internal static void CounterIsUsedBehind(Index1D i, TestData d)
    {
        int s = i, last = -1, end = i + d.Small[i];
        for (; s < end; s += d.Three)
            last = s - i;
        d.OutN[i] = s + (1000 * last);
    }

    internal static void BoundChangesInside(Index1D i, TestData d)
    {
        int end = i + d.Small[i];
        for (int s = i; s < end; s++)
        {
            if (d.Small[s] < 4)
                end--;
            d.OutN[i]++;
        }
    }

    internal static void OtherComparisons(Index1D i, TestData d)
    {
        int sum = 0;
        for (int s = i; i + d.Small[i] > s; s++)
            sum += d.Small[s];
        for (int s = i; s <= i + d.Small[i]; s++)
            sum += 1000;
        for (int s = i + d.Small[i]; s >= i; s--)
            sum += d.Small[s] << 16;
        for (uint s = (uint)(int)i; s < (uint)(i + d.Small[i]); s++)
            sum += 1 << 24;
        d.OutN[i] = sum;
    }

    /// <summary>16 instances share a block of neighbouring elements.</summary>
    internal static void BlocksOfSixteen(Index1D i, TestData d)
    {
        int first = i + ((i >> 4) * 32), end = XMath.Min(first + 48, 140);
        for (int s = first; s < end; s += 16)
            d.OutF[s] += d.G[s] + (i >> 4);
    }

    internal static void NumbersOfVectorsAndLess(Index1D i, TestData d)
    {
        uint x = (uint)(int)i;
        d.OutN[i] = (i >> 5) + (10 * (i >> 4)) + (100 * (i >> 3)) + (1000 * (i >> 2)) + (10000 * (i >> 1)) + (int)(100000 * (x >> 4)) + (1000000 * ((i + 1) >> 4));
    }

    internal static void NumbersOfVectorsInPlanes(Index2D at, TestData d)
    {
        if ((at.Y >> 1) == (at.X >> 4))
            d.OutN[at.X + (48 * at.Y)] = (at.X >> 4) + at.Y;
    }

    internal static void Rows(Index2D at, TestData d)
    {
        int end = XMath.Min(at.X + (d.Small[at.X] * 50), 150);
        if (at.Y > 0)
            return;
        for (int s = at.X; s < end; s += 50)
            d.OutF[s] = d.F[s] + d.Scale;
    }
}
