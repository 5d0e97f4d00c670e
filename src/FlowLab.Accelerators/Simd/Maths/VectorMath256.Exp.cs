using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorMath256
{
    /// <summary>
    /// e to the power of the values. Scaling in two steps everywhere gives the bits of the scalar function's one step where 2^n is
    /// normal, and those of its two steps elsewhere.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Exp(Vector256<float> value)
    {
        var x = Vector256.MaxNative(Vector256.Create(-105f), Vector256.MinNative(Vector256.Create(90f), value));
        var shifted = Fma(x, PortableMath.Log2E, Vector256.Create(PortableMath.RoundingMagic));
        return Scale(ExpOfReduced(Reduce(x, shifted - Vector256.Create(PortableMath.RoundingMagic))), ExponentOf(shifted));
    }

    /// <summary>2 to the power of the values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Exp2(Vector256<float> value)
    {
        var x = Vector256.MaxNative(Vector256.Create(-151f), Vector256.MinNative(Vector256.Create(129f), value));
        var shifted = x + Vector256.Create(PortableMath.RoundingMagic);
        var r = (x - (shifted - Vector256.Create(PortableMath.RoundingMagic))) * PortableMath.Ln2;
        return Scale(ExpOfReduced(r), ExponentOf(shifted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Reduce(Vector256<float> x, Vector256<float> n) =>
        Fma(n, -PortableMath.Ln2Low, Fma(n, -PortableMath.Ln2High, x));

    /// <inheritdoc cref="PortableMath.ExpTail"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpTail(Vector256<float> r)
    {
        var p = Fma(Vector256.Create(1.394605148e-3f), r, 8.366374299e-3f);
        p = Fma(p, r, 4.166628793e-2f);
        p = Fma(p, r, 1.666654497e-1f);
        return Fma(p, r, 0.5f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpOfReduced(Vector256<float> r) => Fma(Fma(ExpTail(r), r, 1f), r, 1f);

    /// <summary>The integer n that the magic number was added to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> ExponentOf(Vector256<float> shifted) =>
        shifted.AsInt32() - Vector256.Create(PortableMath.RoundingMagic).AsInt32();

    /// <summary>2^n of the n that the magic number was added to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PowerOfTwo(Vector256<float> shifted) =>
        Vector256.ShiftLeft(shifted.AsInt32(), PortableMath.MantissaBits).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PowerOfTwo(Vector256<int> exponent) =>
        Vector256.ShiftLeft(exponent + Vector256.Create(PortableMath.ExponentBias), PortableMath.MantissaBits).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Scale(Vector256<float> value, Vector256<int> exponent)
    {
        var half = Vector256.ShiftRightArithmetic(exponent, 1);
        return value * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }
}
