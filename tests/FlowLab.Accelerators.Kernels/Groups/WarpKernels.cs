namespace FlowLab.Accelerators.Tests.Kernels.Groups;

/// <summary>Warps, of the size that the device has.</summary>
[GroupFamily(GroupShapes.Warps)]
internal static class WarpKernels
{
    internal static void Places(ArrayView<int> r) => r[Grid.GlobalLinearIndex] = (Warp.LaneIdx * 10000) + (Warp.WarpIdx * 100) + Warp.WarpSize;

    internal static void Ends(ArrayView<int> r) => r[Grid.GlobalLinearIndex] = (Warp.IsFirstLane ? 1 : 0) + (Warp.IsLastLane ? 2 : 0);

    internal static void Computed(ArrayView<int> r) => r[Grid.GlobalLinearIndex] =
        (Warp.ComputeWarpIdx(Group.LinearIndex) * 100) + Warp.ComputeWarpThreadIdx(Group.LinearIndex);

    internal static void Rotate(ArrayView<int> x, ArrayView<int> r) =>
        r[Grid.GlobalLinearIndex] = Warp.Shuffle(x[Grid.GlobalLinearIndex], (Warp.LaneIdx + 1) % Warp.WarpSize);

    internal static void Broadcast(ArrayView<float> x, ArrayView<float> r) => r[Grid.GlobalLinearIndex] = Warp.Broadcast(x[Grid.GlobalLinearIndex], 1);

    internal static void Down(ArrayView<int> x, ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Warp.ShuffleDown(x[Grid.GlobalLinearIndex], 1);

    internal static void Up(ArrayView<int> x, ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Warp.ShuffleUp(x[Grid.GlobalLinearIndex], 1);

    internal static void Xor(ArrayView<int> x, ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Warp.ShuffleXor(x[Grid.GlobalLinearIndex], 1);

    [EmulatorDiffers("it counts the lanes of Shuffle with a width from the start of the warp")]
    internal static void InParts(ArrayView<int> x, ArrayView<int> r) => r[Grid.GlobalLinearIndex] =
        Warp.ShuffleDown(x[Grid.GlobalLinearIndex], 1, 2) + Warp.ShuffleUp(Group.LinearIndex, 1, 2) + Warp.ShuffleXor(Group.LinearIndex, 1, 2) + Warp.Shuffle(Group.LinearIndex, 0, 2);

    internal static void Longs(ArrayView<long> x, ArrayView<long> r) => r[Grid.GlobalLinearIndex] = Warp.ShuffleXor(x[Grid.GlobalLinearIndex], 1) - Warp.ShuffleDown(x[Grid.GlobalLinearIndex], 1);

    internal static void Floats(ArrayView<float> x, ArrayView<float> r) => r[Grid.GlobalLinearIndex] = Warp.ShuffleUp(x[Grid.GlobalLinearIndex], 1) + x[Grid.GlobalLinearIndex];

    internal static void Doubles(ArrayView<double> x, ArrayView<double> r) => r[Grid.GlobalLinearIndex] = Warp.ShuffleXor(x[Grid.GlobalLinearIndex], 1);

    internal static void Bytes(ArrayView<byte> x, ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Warp.ShuffleDown(x[Grid.GlobalLinearIndex], 1);

    internal static void Sum(ArrayView<int> x, ArrayView<int> r)
    {
        var sum = x[Grid.GlobalLinearIndex];
        for (var distance = Warp.WarpSize / 2; distance > 0; distance /= 2)
            sum += Warp.ShuffleDown(sum, distance);
        if (Warp.IsFirstLane)
            r[(Grid.LinearIndex * 64) + Warp.WarpIdx] = sum;
    }

    internal static void SumForAll(ArrayView<int> x, ArrayView<int> r)
    {
        var sum = x[Grid.GlobalLinearIndex];
        for (var mask = 1; mask < Warp.WarpSize; mask *= 2)
            sum += Warp.ShuffleXor(sum, mask);
        r[Grid.GlobalLinearIndex] = sum;
    }

    internal static void Scan(ArrayView<int> x, ArrayView<int> r)
    {
        var sum = x[Grid.GlobalLinearIndex];
        for (var distance = 1; distance < Warp.WarpSize; distance *= 2)
        {
            var other = Warp.ShuffleUp(sum, distance);
            if (Warp.LaneIdx >= distance)
                sum += other;
        }

        r[Grid.GlobalLinearIndex] = sum;
    }

    internal static void ByWarpBarrier(ArrayView<int> x, ArrayView<int> r)
    {
        var (shared, i) = (SharedMemory.Allocate<int>(128), Group.LinearIndex);
        shared[i] = x[Grid.GlobalLinearIndex];
        Warp.Barrier();
        r[Grid.GlobalLinearIndex] = shared[i ^ 1];
    }

    internal static void OfGroup(ArrayView<int> x, ArrayView<int> r)
    {
        var sums = SharedMemory.Allocate<int>(64);
        var sum = x[Grid.GlobalLinearIndex];
        for (var mask = Warp.WarpSize / 2; mask > 0; mask /= 2)
            sum += Warp.ShuffleXor(sum, mask);
        if (Warp.IsFirstLane)
            sums[Warp.WarpIdx] = sum;
        Group.Barrier();
        var total = 0;
        for (var warp = 0; warp < Group.Dimension.Size / Warp.WarpSize; warp++)
            total += sums[warp];
        r[Grid.GlobalLinearIndex] = total;
    }

    internal static void BroadcastOfLane(ArrayView<float> n, ArrayView<float> r) => r[Grid.GlobalLinearIndex] = Warp.Broadcast(n[Grid.GlobalLinearIndex], 2);
}
