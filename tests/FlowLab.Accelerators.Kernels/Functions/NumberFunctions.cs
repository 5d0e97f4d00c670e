using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Kernels.Functions;

/// <summary>Functions that are exact: signs, limits, bits, products.</summary>
[KernelFamily]
internal static class NumberFunctions
{
    internal static void Sign(Index1D i, ArrayView<float> x, ArrayView<int> r) => r[i] = XMath.Sign(x[i]);

    internal static void SignOfInts(Index1D i, ArrayView<int> x, ArrayView<int> r) => r[i] = Math.Sign(x[i]);

    internal static void AngleUnits(Index1D i, ArrayView<float> x, ArrayView<float> r) => r[i] = XMath.DegToRad(x[i]) - XMath.RadToDeg(x[i]);

    internal static void Tests(Index1D i, ArrayView<float> x, ArrayView<int> r) =>
        r[i] = (XMath.IsNaN(x[i]) ? 1 : 0) + (XMath.IsFinite(x[i]) ? 2 : 0) + (XMath.IsInfinity(x[i]) ? 4 : 0);

    /// <summary>Which zero and which NaN comes out is up to the device.</summary>
    internal static void NativeLimits(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) =>
        r[i] = XMath.Min(Proper(x[i]), Proper(y[i])) - IntrinsicMath.Max(Proper(y[i]), 0.5f) + XMath.Clamp(Proper(x[i]), 1f, 3f);

    internal static void Magnitudes(Index1D i, ArrayView<int> n, ArrayView<short> x, ArrayView<int> r) => r[i] = XMath.Abs(n[i]) + Math.Abs(n[i + 1]) + IntrinsicMath.Abs(x[i] | 1);

    internal static void WithSign(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = IntrinsicMath.CopySign(x[i], Proper(y[i]));

    internal static void BitsOfFloat(Index1D i, ArrayView<float> x, ArrayView<uint> r) => r[i] = Interop.FloatAsInt(Proper(x[i])) >> 3;

    internal static void FloatOfBits(Index1D i, ArrayView<uint> x, ArrayView<float> r) => r[i] = Interop.IntAsFloat(x[i] >> 2);

    internal static void BitsOfDouble(Index1D i, ArrayView<double> x, ArrayView<long> r) => r[i] = BitConverter.DoubleToInt64Bits(double.IsNaN(x[i]) ? 0 : x[i]) >> 7;

    internal static void DoubleOfBits(Index1D i, ArrayView<ulong> x, ArrayView<double> r) => r[i] = Interop.IntAsFloat(x[i] >> 2);

    internal static void ConvertersOfBits(Index1D i, ArrayView<int> x, ArrayView<float> r) =>
        r[i] = BitConverter.Int32BitsToSingle(x[i] & 0x7F0FFFFF) + BitConverter.UInt32BitsToSingle(0x3F800000u);

    internal static void BigProducts(Index1D i, ArrayView<int> x, ArrayView<int> y, ArrayView<long> r) => r[i] = Math.BigMul(x[i], y[i]);

    internal static void BigProductsUnsigned(Index1D i, ArrayView<uint> x, ArrayView<uint> y, ArrayView<ulong> r) => r[i] = Math.BigMul(x[i], y[i]);

    internal static void HighWords(Index1D i, ArrayView<uint> x, ArrayView<uint> y, ArrayView<uint> r) => r[i] = (uint)(((ulong)x[i] * y[i]) >> 32);

    internal static void MixedWidths(Index1D i, ArrayView<int> x, ArrayView<long> y, ArrayView<long> r) => r[i] = x[i] + (y[i] * (uint)x[i]) - (short)y[i];

    internal static void MixedFloats(Index1D i, ArrayView<float> x, ArrayView<double> y, ArrayView<double> r) => r[i] = x[i] + (y[i] * 0.5f);

    internal static void ChainOfConversions(Index1D i, ArrayView<float> x, ArrayView<int> r) => r[i] = (byte)(int)x[i] + (int)(uint)x[i] + (short)(sbyte)(int)(x[i] * 3f);

    /// <summary>Not NaN, and zero positive.</summary>
    private static float Proper(float value) => float.IsNaN(value) ? 1f : value + 0f;
}
