using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Four rows by four columns, transposed in four vectors of 128 bits.</summary>
internal readonly unsafe struct FourRows : ITransposedRows
{
    public static int Rows => Vector128<float>.Count;

    public static bool IsFast => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(float* source, nint stride, float* target, nint width)
    {
        Load(source, stride, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d);
        Vector128.Store(a, target);
        Vector128.Store(b, target + width);
        Vector128.Store(c, target + (2 * width));
        Vector128.Store(d, target + (3 * width));
    }

    /// <summary>The four columns of four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Load(float* source, nint stride, out Vector128<float> first, out Vector128<float> second, out Vector128<float> third, out Vector128<float> fourth)
    {
        Vector128<float> a = Vector128.Load(source), b = Vector128.Load(source + stride);
        Vector128<float> c = Vector128.Load(source + (2 * stride)), d = Vector128.Load(source + (3 * stride));
        Vector128<float> ac = Low(a, c), bd = Low(b, d);
        (first, second) = (Low(ac, bd), High(ac, bd));
        (ac, bd) = (High(a, c), High(b, d));
        (third, fourth) = (Low(ac, bd), High(ac, bd));
    }

    /// <summary>a0 b0 a1 b1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    /// <summary>a2 b2 a3 b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[2], b[2], a[3], b[3]);
}
