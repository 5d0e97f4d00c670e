using FlowLab.Accelerators.Tests.Kernels.Addressing;

namespace FlowLab.Accelerators.Tests.Kernels.Groups;

/// <summary>Shared memory and barriers.</summary>
[GroupFamily(GroupShapes.Lines | GroupShapes.Planes | GroupShapes.Spaces)]
internal static class SharedKernels
{
    internal static void Reverse(ArrayView<int> x, ArrayView<int> r)
    {
        var (shared, size) = (SharedMemory.Allocate<int>(64), Group.Dimension.Size);
        shared[Group.LinearIndex] = x[Grid.GlobalLinearIndex];
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = shared[size - 1 - Group.LinearIndex];
    }

    internal static void Rotate(ArrayView<float> x, ArrayView<float> r)
    {
        var (shared, size) = (SharedMemory.Allocate<float>(64), Group.Dimension.Size);
        shared[Group.LinearIndex] = x[Grid.GlobalLinearIndex];
        for (var step = 0; step < 5; step++)
        {
            Group.Barrier();
            var next = shared[(Group.LinearIndex + step) % size];
            Group.Barrier();
            shared[Group.LinearIndex] = next;
        }

        r[Grid.GlobalLinearIndex] = shared[Group.LinearIndex];
    }

    internal static void TreeSum(ArrayView<int> x, ArrayView<int> r)
    {
        var (shared, size, i) = (SharedMemory.Allocate<int>(64), Group.Dimension.Size, Group.LinearIndex);
        shared[i] = x[Grid.GlobalLinearIndex];
        Group.Barrier();
        for (var rest = size; rest > 1; rest = (rest + 1) / 2)
        {
            var half = (rest + 1) / 2;
            if (i + half < rest)
                shared[i] += shared[i + half];
            Group.Barrier();
        }

        if (i == 0)
            r[Grid.LinearIndex] = shared[0];
    }

    internal static void Scan(ArrayView<int> x, ArrayView<int> r)
    {
        var (shared, size, i) = (SharedMemory.Allocate<int>(64), Group.Dimension.Size, Group.LinearIndex);
        shared[i] = x[Grid.GlobalLinearIndex];
        Group.Barrier();
        for (var distance = 1; distance < size; distance *= 2)
        {
            var addend = i >= distance ? shared[i - distance] : 0;
            Group.Barrier();
            shared[i] += addend;
            Group.Barrier();
        }

        r[Grid.GlobalLinearIndex] = shared[i];
    }

    internal static void OneVariable(ArrayView<int> x, ArrayView<int> r)
    {
        ref var first = ref SharedMemory.Allocate<int>();
        if (Group.IsFirstThread)
            first = x[Grid.LinearIndex];
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = first + Group.LinearIndex;
    }

    internal static void SeveralArrays(ArrayView<byte> x, ArrayView<double> y, ArrayView<double> r)
    {
        var (bytes, doubles) = (SharedMemory.Allocate<byte>(64), SharedMemory.Allocate<double>(64));
        var (size, i) = (Group.Dimension.Size, Group.LinearIndex);
        bytes[i] = x[Grid.GlobalLinearIndex];
        doubles[size - 1 - i] = y[Grid.GlobalLinearIndex];
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = doubles[i] + bytes[(i + 1) % size];
    }

    [EmulatorDiffers("it takes no structs with bools")]
    internal static void Structs(ArrayView<Particle> n, ArrayView<Particle> r)
    {
        var (shared, size, i) = (SharedMemory.Allocate<Particle>(64), Group.Dimension.Size, Group.LinearIndex);
        shared[i] = n[Grid.GlobalLinearIndex];
        Group.Barrier();
        if (i % 2 == 0 && i + 1 < size)
            shared[i].State.Speed = shared[i + 1].Place;
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = shared[i];
    }

    internal static void Plane(ArrayView<int> x, ArrayView<int> r)
    {
        var tile = SharedMemory.Allocate2DDenseX<int>(new Index2D(64, 12));
        tile[Group.IdxX, Group.IdxY + (Group.IdxZ * Group.DimY)] = x[Grid.GlobalLinearIndex];
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = tile[Group.DimX - 1 - Group.IdxX, Group.IdxY + (Group.IdxZ * Group.DimY)];
    }

    internal static void Casted(ArrayView<int> x, ArrayView<int> r)
    {
        var (shared, i) = (SharedMemory.Allocate<int>(64), Group.LinearIndex);
        var bytes = shared.Cast<byte>();
        shared[i] = x[Grid.GlobalLinearIndex];
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = bytes[i] + (int)bytes.Length;
    }

    internal static void Parts(ArrayView<int> x, ArrayView<int> r)
    {
        var (shared, size, i) = (SharedMemory.Allocate<int>(128), Group.Dimension.Size, Group.LinearIndex);
        var (low, high) = (shared.SubView(0, 64), shared.SubView(64, 64));
        low[i] = x[Grid.GlobalLinearIndex];
        high[size - 1 - i] = i;
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = low[high[i]];
    }

    internal static void BarrierInUniformBranch(ArrayView<int> x, ArrayView<int> r, int n)
    {
        var (shared, size, i) = (SharedMemory.Allocate<int>(64), Group.Dimension.Size, Group.LinearIndex);
        shared[i] = x[Grid.GlobalLinearIndex];
        if (n > 3)
        {
            Group.Barrier();
            if (i == 0)
                shared[0] += shared[size - 1];
        }

        Group.Barrier();
        r[Grid.GlobalLinearIndex] = shared[0] - shared[i];
    }

    internal static void BarrierInUniformLoop(ArrayView<int> x, ArrayView<int> r, int n)
    {
        var (shared, size, i) = (SharedMemory.Allocate<int>(64), Group.Dimension.Size, Group.LinearIndex);
        shared[i] = i;
        for (var j = 0; j < n; j++)
        {
            Group.Barrier();
            var value = shared[(i * 3) % size] + (x[Grid.GlobalLinearIndex] & 15);
            Group.Barrier();
            if (i % 3 != j % 3)
                shared[i] = value;
        }

        Group.Barrier();
        r[Grid.GlobalLinearIndex] = shared[i];
    }

    internal static void ValuesAcrossBarriers(ArrayView<float> x, ArrayView<float> r)
    {
        var (shared, i) = (SharedMemory.Allocate<float>(64), Group.LinearIndex);
        var own = x[Grid.GlobalLinearIndex];
        var isLarge = own > 1f;
        var count = isLarge ? i : -i;
        shared[i] = own;
        Group.Barrier();
        var other = shared[i ^ (Group.Dimension.Size > 1 && (i | 1) < Group.Dimension.Size ? 1 : 0)];
        Group.Barrier();
        shared[i] = isLarge ? other : own;
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = shared[0] + count;
    }

    internal static void GroupsDoNotShare(ArrayView<int> r)
    {
        ref var counter = ref SharedMemory.Allocate<int>();
        if (Group.IsFirstThread)
            counter = Grid.LinearIndex;
        Group.Barrier();
        if (Group.IsLastThread)
            counter += 100;
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = counter;
    }

    internal static void Counted(ArrayView<int> n, ArrayView<int> r)
    {
        var value = n[Grid.GlobalLinearIndex];
        var positives = Group.BarrierPopCount(value > 0);
        r[Grid.GlobalLinearIndex] = positives + (Group.BarrierAnd(value > -7) ? 1000 : 0) + (Group.BarrierAnd(value > 0) ? 2000 : 0) + (Group.BarrierOr(value > 20) ? 4000 : 0);
    }

    internal static void Broadcasted(ArrayView<float> x, ArrayView<float> r) =>
        r[Grid.GlobalLinearIndex] = Group.Broadcast(x[Grid.GlobalLinearIndex], 0) + Group.Broadcast(Group.LinearIndex, Group.Dimension.Size - 1);

    internal static void ThroughMemory(ArrayView<int> x, ArrayView<int> r)
    {
        var (first, i) = (Grid.LinearIndex * Group.Dimension.Size, Group.LinearIndex);
        r[first + i] = x[first + i] ^ i;
        Group.Barrier();
        var other = r[first + ((i + 1) % Group.Dimension.Size)];
        Group.Barrier();
        r[first + i] = other + 1;
        MemoryFence.GroupLevel();
    }

    internal static void SharedInCall(ArrayView<int> x, ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Exchanged(x[Grid.GlobalLinearIndex]) - Exchanged(Group.LinearIndex);

    private static int Exchanged(int value)
    {
        var shared = SharedMemory.Allocate<int>(64);
        Group.Barrier();
        shared[Group.LinearIndex] = value;
        Group.Barrier();
        return shared[Group.Dimension.Size - 1 - Group.LinearIndex];
    }
}
