using ILGPU.Runtime;

namespace ILGPU.Tests.Cuda;

/// <summary>Kernels of the launch tests.</summary>
internal static class CudaLaunchKernels
{
    internal static void Number(Index1D i, ArrayView<int> r, int factor) => r[i] = (i + 1) * factor;

    internal static void Plane(Index2D at, ArrayView<int> r, int width) => r[(at.Y * width) + at.X] = at.X + (1000 * at.Y);

    internal static void Space(Index3D at, ArrayView<int> r, int width, int height) =>
        r[(((at.Z * height) + at.Y) * width) + at.X] = at.X + (100 * at.Y) + (10000 * at.Z);

    internal static void Long(LongIndex1D i, ArrayView<long> r) => r[i] = i.X * 3000000000L;

    /// <summary>The corner of a plane of more than 2^32 instances.</summary>
    internal static void Corner(Index2D at, ArrayView<int> r)
    {
        if (at.X == 69999 && at.Y == 69998)
        {
            r[0] = at.X;
            r[1] = at.Y;
        }
    }

    internal static void Many(
        Index1D i, byte a, sbyte b, short c, ushort d, int e, uint f, long g, ulong h, float j, double k, bool l, Settings m, ArrayView<double> r)
    {
        r[i] = a + b + c + d + e + f + g + (double)h + j + k + (l ? 0.5 : 0.25) + m.Weight + m.Counts[i] + (m.IsOn ? 100 : 200) + m.Counts.Length;
    }

    internal static void Outside(Index1D i, ArrayView<int> r) => r[i + 100000] = 1;

    internal readonly struct Settings(bool isOn, float weight, ArrayView<int> counts)
    {
        internal readonly bool IsOn = isOn;
        internal readonly float Weight = weight;
        internal readonly ArrayView<int> Counts = counts;
    }
}
