using System.Numerics;
using ILGPU.Algorithms;
using T = System.Int32;

namespace FlowLab.Accelerators.Tests.Kernels.Functions;

/// <summary>Functions of the bits of integers. The build makes the same kernels of the other types.</summary>
[KernelFamily]
internal static class Int32Bits
{
    internal static void PopCount(Index1D i, ArrayView<T> x, ArrayView<int> r) => r[i] = XMath.PopCount(x[i]);

    internal static void LeadingZeroCount(Index1D i, ArrayView<T> x, ArrayView<int> r) => r[i] = XMath.LeadingZeroCount(x[i]);

    internal static void TrailingZeroCount(Index1D i, ArrayView<T> x, ArrayView<int> r) => r[i] = XMath.TrailingZeroCount(x[i]);

    internal static void PopCountOfIntrinsics(Index1D i, ArrayView<T> x, ArrayView<int> r) => r[i] = IntrinsicMath.PopCount(x[i]) + IntrinsicMath.LeadingZeroCount(x[i]);

    internal static void Limits(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) =>
        r[i] = XMath.Max(IntrinsicMath.Min(x[i], y[i]), XMath.Clamp(x[i], (T)3, (T)90));

    internal static void Quotients(Index1D i, ArrayView<T> x, ArrayView<int> r) =>
        r[i] = XMath.DivRoundUp((int)((long)x[i] & 0xFFFF), 7) + XMath.DivRoundDown((int)((long)x[i] & 0xFFFF), 9);

    internal static void Rotate(Index1D i, ArrayView<T> x, ArrayView<int> y, ArrayView<uint> r) =>
        r[i] = BitOperations.RotateLeft((uint)x[i], y[i]) ^ BitOperations.RotateRight((uint)x[i], 9);

    internal static void RotateLong(Index1D i, ArrayView<T> x, ArrayView<int> y, ArrayView<ulong> r) =>
        r[i] = BitOperations.RotateLeft((ulong)x[i], y[i]) ^ BitOperations.RotateRight((ulong)x[i], 9);
}
