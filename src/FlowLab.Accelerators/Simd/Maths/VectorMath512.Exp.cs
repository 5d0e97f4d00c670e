using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorMath512
{
    /// <summary>
    /// e to the power of the values. Scaling in two steps everywhere gives the bits of the scalar function's one step where 2^n is
    /// normal, and those of its two steps elsewhere.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Exp(Vector512<float> value)
    {
        var x = Vector512.MaxNative(Vector512.Create(-105f), Vector512.MinNative(Vector512.Create(90f), value));
        var shifted = Fma(x, PortableMath.Log2E, Vector512.Create(PortableMath.RoundingMagic));
        return Scale(ExpOfReduced(Reduce(x, shifted - Vector512.Create(PortableMath.RoundingMagic))), ExponentOf(shifted));
    }

    /// <summary>2 to the power of the values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Exp2(Vector512<float> value)
    {
        var x = Vector512.MaxNative(Vector512.Create(-151f), Vector512.MinNative(Vector512.Create(129f), value));
        var shifted = x + Vector512.Create(PortableMath.RoundingMagic);
        var r = (x - (shifted - Vector512.Create(PortableMath.RoundingMagic))) * PortableMath.Ln2;
        return Scale(ExpOfReduced(r), ExponentOf(shifted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Reduce(Vector512<float> x, Vector512<float> n) =>
        Fma(n, -PortableMath.Ln2Low, Fma(n, -PortableMath.Ln2High, x));

    /// <inheritdoc cref="PortableMath.ExpTail"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpTail(Vector512<float> r)
    {
        var p = Fma(Vector512.Create(1.394605148e-3f), r, 8.366374299e-3f);
        p = Fma(p, r, 4.166628793e-2f);
        p = Fma(p, r, 1.666654497e-1f);
        return Fma(p, r, 0.5f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpOfReduced(Vector512<float> r) => Fma(Fma(ExpTail(r), r, 1f), r, 1f);

    /// <summary>The integer n that the magic number was added to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> ExponentOf(Vector512<float> shifted) =>
        shifted.AsInt32() - Vector512.Create(PortableMath.RoundingMagic).AsInt32();

    /// <summary>2^n of the n that the magic number was added to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<float> shifted) =>
        Vector512.ShiftLeft(shifted.AsInt32(), PortableMath.MantissaBits).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<int> exponent) =>
        Vector512.ShiftLeft(exponent + Vector512.Create(PortableMath.ExponentBias), PortableMath.MantissaBits).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Scale(Vector512<float> value, Vector512<int> exponent)
    {
        var half = Vector512.ShiftRightArithmetic(exponent, 1);
        return value * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }
}
