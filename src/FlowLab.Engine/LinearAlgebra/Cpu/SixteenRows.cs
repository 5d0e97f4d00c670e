using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Sixteen rows by four columns: the same as <see cref="FourRows"/> in each quarter of vectors of 512 bits, whose quarters are loaded from rows that lie four apart.</summary>
internal readonly unsafe struct SixteenRows : ITransposedRows
{
    public static int Rows => Vector512<float>.Count;

    public static bool IsFast => Avx512F.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(float* source, nint stride, float* target, nint width)
    {
        Vector512<float> a = Four(source, stride), b = Four(source + stride, stride);
        Vector512<float> c = Four(source + (2 * stride), stride), d = Four(source + (3 * stride), stride);
        Vector512<float> ac = Avx512F.UnpackLow(a, c), bd = Avx512F.UnpackLow(b, d);
        Vector512.Store(Avx512F.UnpackLow(ac, bd), target);
        Vector512.Store(Avx512F.UnpackHigh(ac, bd), target + width);
        (ac, bd) = (Avx512F.UnpackHigh(a, c), Avx512F.UnpackHigh(b, d));
        Vector512.Store(Avx512F.UnpackLow(ac, bd), target + (2 * width));
        Vector512.Store(Avx512F.UnpackHigh(ac, bd), target + (3 * width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Four(float* source, nint stride)
    {
        Vector512<float> rows = Vector128.Load(source).ToVector256Unsafe().ToVector512Unsafe();
        rows = Avx512F.InsertVector128(rows, Vector128.Load(source + (4 * stride)), 1);
        rows = Avx512F.InsertVector128(rows, Vector128.Load(source + (8 * stride)), 2);
        return Avx512F.InsertVector128(rows, Vector128.Load(source + (12 * stride)), 3);
    }
}
