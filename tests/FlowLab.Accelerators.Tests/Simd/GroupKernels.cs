using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Kernels of groups; every thread has an output of its own, but where atomics are meant.</summary>
internal static class GroupKernels
{
    private const int Most = 64;

    private static int Instance => Grid.GlobalLinearIndex;

    private static int Threads => Group.DimX * Group.DimY * Group.DimZ;

    internal static void Places(TestData d) => d.OutN[Instance] =
        Group.IdxX + (10 * Group.IdxY) + (100 * Group.IdxZ) + (1000 * Grid.IdxX) + (10000 * Warp.WarpIdx) + (100000 * Warp.LaneIdx)
        + (Group.DimX << 20) + (Grid.DimX << 26);

    internal static void Reverse(TestData d)
    {
        var shared = SharedMemory.Allocate<float>(Most);
        shared[Group.LinearIndex] = d.F[Instance];
        Group.Barrier();
        d.OutF[Instance] = shared[Threads - 1 - Group.LinearIndex] * 2;
    }

    internal static void TreeSum(TestData d)
    {
        var shared = SharedMemory.Allocate<long>(Most);
        int thread = Group.LinearIndex;
        shared[thread] = d.L[Instance];
        Group.Barrier();
        for (int half = Most / 2; half > 0; half >>= 1)
        {
            if (thread < half && thread + half < Threads)
                shared[thread] += shared[thread + half];
            Group.Barrier();
        }
        if (thread == 0)
            d.OutL[Grid.IdxX] = shared[0];
    }

    internal static void Transpose(TestData d)
    {
        var tile = SharedMemory.Allocate2DDenseX<int>(new Index2D(16, 16));
        int rows = Group.DimY * Group.DimZ;
        tile[Group.IdxX, Group.IdxY + (Group.DimY * Group.IdxZ)] = d.N[Instance];
        Group.Barrier();
        d.OutN[Instance] = tile[Group.LinearIndex / rows, Group.LinearIndex % rows];
    }

    internal static void Scan(TestData d)
    {
        var shared = SharedMemory.Allocate<int>(Most);
        int thread = Group.LinearIndex;
        int sum = d.Small[Instance];
        for (int distance = 1; distance < Threads; distance *= 2)
        {
            shared[thread] = sum;
            Group.Barrier();
            if (thread >= distance)
                sum += shared[thread - distance];
            Group.Barrier();
        }
        d.OutN[Instance] = sum;
    }

    internal static void ValuesAcross(TestData d)
    {
        var shared = SharedMemory.Allocate<int>(Most);
        float f = PortableMath.Exp(d.F[Instance]);
        double x = d.D[Instance] * 0.5;
        long l = d.L[Instance] ^ 0x55;
        bool b = d.N[Instance] > 0;
        int uniform = d.Three * 7;
        ref float own = ref d.OutF[Instance];
        shared[Group.LinearIndex] = d.Small[Instance];
        Group.Barrier();
        int other = shared[(Group.LinearIndex + 1) % Threads];
        Group.Barrier();
        own = f + other;
        d.OutD[Instance] = x + other;
        d.OutL[Instance] = l + uniform;
        d.OutN[Instance] = b ? other : -other;
    }

    internal static void LoopsBetweenBarriers(TestData d)
    {
        var shared = SharedMemory.Allocate<int>(Most);
        int thread = Group.LinearIndex;
        int sum = 0;
        float last = 0;
        for (int round = 0; round < d.Three; round++)
        {
            int k = 0;
            while (k < d.Small[Instance + round])
            {
                sum += k * round;
                last = d.G[k];
                k++;
            }
            shared[thread] = sum + k;
            Group.Barrier();
            if ((round & 1) == 0)
                sum += shared[(thread + 3) % Threads];
            else
                sum -= shared[(thread + 1) % Threads];
            Group.Barrier();
        }
        d.OutN[Instance] = sum;
        d.OutF[Instance] = last;
    }

    internal static void BarrierUnderUniformBranches(TestData d)
    {
        var shared = SharedMemory.Allocate<float>(Most);
        float x = d.G[Instance];
        for (int round = 0; round < 4; round++)
        {
            switch (round)
            {
                case 0:
                    x += 1;
                    break;
                case 1:
                    shared[Group.LinearIndex] = x;
                    Group.Barrier();
                    x = shared[0];
                    break;
                default:
                    if (d.Three == round)
                        Group.Barrier();
                    x *= 0.5f;
                    break;
            }
        }
        d.OutF[Instance] = x;
    }

    internal static void DynamicShared(TestData d)
    {
        var shared = SharedMemory.GetDynamic<int>();
        for (int i = Group.LinearIndex; i < shared.IntLength; i += Threads)
            shared[i] = i * i;
        Group.Barrier();
        d.OutN[Instance] = shared[(Group.LinearIndex * 7) % shared.IntLength] + shared.IntLength;
    }

    internal static void Histogram(TestData d)
    {
        var counts = SharedMemory.Allocate<int>(16);
        for (int i = Group.LinearIndex; i < 16; i += Threads)
            counts[i] = 0;
        Group.Barrier();
        Atomic.Add(ref counts[d.Small[Instance]], 1);
        Group.Barrier();
        for (int i = Group.LinearIndex; i < 13; i += Threads)
            Atomic.Add(ref d.OutN[i], counts[i]);
    }

    internal static void AllAtomics(TestData d)
    {
        int own = Instance;
        Atomic.Add(ref d.OutN[own], d.N[own]);
        Atomic.And(ref d.OutN[own], ~(int)0xF0);
        Atomic.Or(ref d.OutN[own], 0x300);
        Atomic.Xor(ref d.OutN[own], d.Small[own]);
        Atomic.Max(ref d.OutN[150], d.N[own]);
        Atomic.Min(ref d.OutN[151], d.N[own]);
        Atomic.Max(ref d.OutL[150], d.L[own]);
        Atomic.Add(ref d.OutL[151], d.L[own]);
        int old = Atomic.Exchange(ref d.OutN[own], own);
        d.OutL[own] = Atomic.CompareExchange(ref d.OutN[own], d.Small[own] > 6 ? own : -1, old) + old;
        Atomic.Add(ref d.OutF[own], d.G[own]);
        Atomic.Max(ref d.OutD[own], d.F[own]);
        if (d.Small[own] > 4)
            Atomic.Add(ref d.OutL[152], 1L);
    }

    internal static void LocalArrays(TestData d)
    {
        var words = LocalMemory.Allocate<int>(8);
        var wide = LocalMemory.Allocate<double>(3);
        var bytes = LocalMemory.Allocate<byte>(16);
        for (int k = 0; k < 8; k++)
            words[k] = d.N[Instance + k];
        for (int k = 0; k < 16; k++)
            bytes[k] = (byte)(k * d.Small[Instance]);
        wide[0] = d.D[Instance];
        wide[1] = wide[0] * 2;
        wide[2] = d.F[Instance];
        Group.Barrier();
        int at = d.Small[Instance];
        d.OutN[Instance] = words[at & 7] + words[3] + bytes[at];
        d.OutD[Instance] = wide[at % 3];
    }

    internal static void Shuffles(TestData d)
    {
        float f = d.G[Instance];
        long l = d.L[Instance];
        double x = d.D[Instance];
        for (int distance = Warp.WarpSize / 2; distance > 0; distance /= 2)
        {
            f += Warp.ShuffleXor(f, distance);
            l += Warp.ShuffleDown(l, distance);
            x = Warp.ShuffleUp(x, distance, 4) + 1;
        }
        d.OutF[Instance] = f;
        d.OutL[Instance] = l;
        d.OutD[Instance] = x;
        d.OutN[Instance] = Warp.Shuffle(d.N[Instance], d.Small[Instance]) + Warp.Broadcast(d.Small[Instance], 1);
    }

    internal static void BroadcastsAndVotes(TestData d)
    {
        float first = Group.Broadcast(d.F[Instance], 0);
        int count = Group.BarrierPopCount(d.Small[Instance] > 4);
        bool any = Group.BarrierOr(d.Small[Instance] == 12);
        bool all = Group.BarrierAnd(d.Small[Instance] < 13);
        d.OutF[Instance] = first;
        d.OutN[Instance] = count + (any ? 100 : 0) + (all ? 1000 : 0);
    }

    internal static void EarlyOut(TestData d)
    {
        if (d.Small[Instance] > 6)
            return;
        d.OutN[Instance] = Group.LinearIndex;
    }
}
