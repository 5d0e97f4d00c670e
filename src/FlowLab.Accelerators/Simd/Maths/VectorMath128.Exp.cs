using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorMath128
{
    /// <summary>
    /// e to the power of the values. Scaling in two steps everywhere gives the bits of the scalar function's one step where 2^n is
    /// normal, and those of its two steps elsewhere.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Exp(Vector128<float> value)
    {
        var x = Vector128.MaxNative(Vector128.Create(-105f), Vector128.MinNative(Vector128.Create(90f), value));
        var shifted = Fma(x, PortableMath.Log2E, Vector128.Create(PortableMath.RoundingMagic));
        return Scale(ExpOfReduced(Reduce(x, shifted - Vector128.Create(PortableMath.RoundingMagic))), ExponentOf(shifted));
    }

    /// <summary>2 to the power of the values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Exp2(Vector128<float> value)
    {
        var x = Vector128.MaxNative(Vector128.Create(-151f), Vector128.MinNative(Vector128.Create(129f), value));
        var shifted = x + Vector128.Create(PortableMath.RoundingMagic);
        var r = (x - (shifted - Vector128.Create(PortableMath.RoundingMagic))) * PortableMath.Ln2;
        return Scale(ExpOfReduced(r), ExponentOf(shifted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Reduce(Vector128<float> x, Vector128<float> n) =>
        Fma(n, -PortableMath.Ln2Low, Fma(n, -PortableMath.Ln2High, x));

    /// <inheritdoc cref="PortableMath.ExpTail"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ExpTail(Vector128<float> r)
    {
        var p = Fma(Vector128.Create(1.394605148e-3f), r, 8.366374299e-3f);
        p = Fma(p, r, 4.166628793e-2f);
        p = Fma(p, r, 1.666654497e-1f);
        return Fma(p, r, 0.5f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ExpOfReduced(Vector128<float> r) => Fma(Fma(ExpTail(r), r, 1f), r, 1f);

    /// <summary>The integer n that the magic number was added to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> ExponentOf(Vector128<float> shifted) =>
        shifted.AsInt32() - Vector128.Create(PortableMath.RoundingMagic).AsInt32();

    /// <summary>2^n of the n that the magic number was added to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> PowerOfTwo(Vector128<float> shifted) =>
        Vector128.ShiftLeft(shifted.AsInt32(), PortableMath.MantissaBits).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> PowerOfTwo(Vector128<int> exponent) =>
        Vector128.ShiftLeft(exponent + Vector128.Create(PortableMath.ExponentBias), PortableMath.MantissaBits).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Scale(Vector128<float> value, Vector128<int> exponent)
    {
        var half = Vector128.ShiftRightArithmetic(exponent, 1);
        return value * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }
}
