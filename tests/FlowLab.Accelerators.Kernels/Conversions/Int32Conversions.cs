using T = System.Int32;

namespace FlowLab.Accelerators.Tests.Kernels.Conversions;

/// <summary>Every conversion of a number. The build makes the same kernels of the other types.</summary>
[KernelFamily]
internal static class Int32Conversions
{
    internal static void ToSByte(Index1D i, ArrayView<T> x, ArrayView<sbyte> r) => r[i] = (sbyte)x[i];

    internal static void ToByte(Index1D i, ArrayView<T> x, ArrayView<byte> r) => r[i] = (byte)x[i];

    internal static void ToInt16(Index1D i, ArrayView<T> x, ArrayView<short> r) => r[i] = (short)x[i];

    internal static void ToUInt16(Index1D i, ArrayView<T> x, ArrayView<ushort> r) => r[i] = (ushort)x[i];

    internal static void ToChar(Index1D i, ArrayView<T> x, ArrayView<char> r) => r[i] = (char)x[i];

    internal static void ToInt32(Index1D i, ArrayView<T> x, ArrayView<int> r) => r[i] = (int)x[i];

    internal static void ToUInt32(Index1D i, ArrayView<T> x, ArrayView<uint> r) => r[i] = (uint)x[i];

    internal static void ToInt64(Index1D i, ArrayView<T> x, ArrayView<long> r) => r[i] = (long)x[i];

    internal static void ToUInt64(Index1D i, ArrayView<T> x, ArrayView<ulong> r) => r[i] = (ulong)x[i];

    internal static void ToSingle(Index1D i, ArrayView<T> x, ArrayView<float> r) => r[i] = (float)x[i];

    internal static void ToDouble(Index1D i, ArrayView<T> x, ArrayView<double> r) => r[i] = (double)x[i];

    internal static void ToBoolean(Index1D i, ArrayView<T> x, ArrayView<bool> r) => r[i] = x[i] != 0;

    internal static void FromBoolean(Index1D i, ArrayView<bool> x, ArrayView<T> r) => r[i] = x[i] ? (T)1 : (T)0;

    internal static void ThereAndBack(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = (T)(float)(T)(long)(T)(short)x[i];
}
