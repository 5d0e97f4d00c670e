namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Kernels with an index that know their group: the last group may not be full.</summary>
internal static class IndexedGroupKernels
{
    internal static void Line(Index1D i, TestData d) => d.OutN[i] = (Group.IdxX * 1000) + (Grid.IdxX * 100) + i;

    internal static void Plane(Index2D at, TestData d) => d.OutN[(at.Y * 48) + at.X] = (Group.IdxX * 1000) + (at.Y * 100) + at.X;

    [OneThread]
    internal static void Space(Index3D at, TestData d) => d.OutN[(((at.Z * 2) + at.Y) * 39) + (at.X % 39)] = Group.IdxX + (at.Z * 1000) + (at.Y * 100);

    internal static void SharedInPlane(Index2D at, TestData d)
    {
        var shared = SharedMemory.Allocate<float>(256);
        if (Group.IdxX == 0)
            shared[0] = at.X;
        d.OutF[(at.Y * 48) + at.X] = d.F[at.X] + at.Y;
        int sum = 0;
        for (int k = 0; k < d.Small[at.X]; k++)
            sum += k + at.Y;
        d.OutN[(at.Y * 48) + at.X] = sum;
    }

    internal static void Local(Index1D i, TestData d)
    {
        var local = LocalMemory.Allocate<float>(4);
        for (int k = 0; k < 4; k++)
            local[k] = d.F[i + k];
        d.OutF[i] = local[d.Small[i] & 3] + local[1];
    }

    internal static void AtomicLine(Index1D i, TestData d)
    {
        Atomic.Add(ref d.OutN[d.Small[i]], i.X);
        Atomic.Max(ref d.OutL[d.Small[i]], d.L[i]);
    }
}
