using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace ILGPU.Tests.Cuda;

/// <summary>Kernels whose PTX is kept, one per part of the code generator.</summary>
internal static class PtxGoldenKernels
{
    internal static void ScaleAndAdd(Index1D i, ArrayView<float> x, ArrayView<float> y, float scale) => y[i] = (x[i] * scale) + 0.1f - (1f / x[i + 1]);

    internal static void Conversions(Index1D i, ArrayView<float> x, ArrayView<int> n, ArrayView<byte> bytes, ArrayView<bool> flags, ArrayView<double> d)
    {
        n[i] = (int)x[i] + (int)(uint)(x[i] * 2f) + bytes[i];
        flags[i] = !(x[i] < 1f);
        bytes[i] = (byte)(n[i] >> n[i + 1]);
        d[i] = (long)d[i] + (float)d[i + 1] + (uint)n[i];
    }

    internal static void Swaps(Index1D i, ArrayView<int> n)
    {
        int a = n[i], b = 1;
        for (int k = 0; k < i.X; k++)
            (a, b) = (b, a + k);
        n[i] = a - (3 * b);
    }

    internal static void Space(Index3D i, ArrayView<float> x, int width, int height) =>
        x[(((i.Z * height) + i.Y) * width) + i.X] = MathF.Min(XMath.Sqrt(i.X), MathF.Round(x[i.Y], MidpointRounding.AwayFromZero));

    internal static void TreeSum(ArrayView<float> input, ArrayView<float> sums)
    {
        var shared = SharedMemory.Allocate<float>(256);
        shared[Group.IdxX] = input[Grid.GlobalIndex.X];
        Group.Barrier();
        for (var half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (Group.IdxX < half)
                shared[Group.IdxX] += shared[Group.IdxX + half];
            Group.Barrier();
        }

        if (Group.IsFirstThread)
            Atomic.Add(ref sums[0], shared[0]);
    }

    internal static void WarpSum(ArrayView<double> input, ArrayView<double> sums)
    {
        var sum = input[Grid.GlobalIndex.X];
        for (var distance = Warp.WarpSize / 2; distance > 0; distance /= 2)
            sum += Warp.ShuffleDown(sum, distance);
        var neighbour = Warp.ShuffleXor(Group.IdxX, 1, 2);
        if (Warp.IsFirstLane)
            Atomic.Max(ref sums[neighbour], sum);
    }

    internal static void Sort(ArrayView<int> numbers)
    {
        var own = LocalMemory.Allocate<int>(4);
        for (var i = 0; i < 4; i++)
            own[i] = numbers[(4 * Grid.GlobalIndex.X) + i];
        for (var i = 1; i < 4; i++)
        {
            for (var j = i; j > 0 && own[j - 1] > own[j]; j--)
                (own[j - 1], own[j]) = (own[j], own[j - 1]);
        }

        for (var i = 0; i < 4; i++)
            numbers[(4 * Grid.GlobalIndex.X) + i] = own[i];
    }
}
