using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Eight rows by four columns: the same as <see cref="FourRows"/> in each half of vectors of 256 bits, whose halves are loaded from rows that lie four apart.</summary>
internal readonly unsafe struct EightRows : ITransposedRows
{
    public static int Rows => Vector256<float>.Count;

    public static bool IsFast => Avx.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(float* source, nint stride, float* target, nint width)
    {
        Load(source, stride, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d);
        Vector256.Store(a, target);
        Vector256.Store(b, target + width);
        Vector256.Store(c, target + (2 * width));
        Vector256.Store(d, target + (3 * width));
    }

    /// <summary>The four columns of eight rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Load(float* source, nint stride, out Vector256<float> first, out Vector256<float> second, out Vector256<float> third, out Vector256<float> fourth)
    {
        Vector256<float> a = Pair(source, stride), b = Pair(source + stride, stride);
        Vector256<float> c = Pair(source + (2 * stride), stride), d = Pair(source + (3 * stride), stride);
        Vector256<float> ac = Avx.UnpackLow(a, c), bd = Avx.UnpackLow(b, d);
        (first, second) = (Avx.UnpackLow(ac, bd), Avx.UnpackHigh(ac, bd));
        (ac, bd) = (Avx.UnpackHigh(a, c), Avx.UnpackHigh(b, d));
        (third, fourth) = (Avx.UnpackLow(ac, bd), Avx.UnpackHigh(ac, bd));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pair(float* source, nint stride) =>
        Avx.InsertVector128(Vector128.Load(source).ToVector256Unsafe(), Vector128.Load(source + (4 * stride)), 1);
}
