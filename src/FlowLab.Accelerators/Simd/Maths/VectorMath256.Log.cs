using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorMath256
{
    /// <summary>The natural logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Log(Vector256<float> value)
    {
        var x = Normalize(value, out var isDenormal);
        var n = Split(x, out var f);
        var tail = Fma(n, PortableMath.Ln2Low, Log1pTail(f));
        return Finish(value, Fma(n, PortableMath.Ln2High, f + tail), isDenormal, PortableMath.MantissaBits * PortableMath.Ln2);
    }

    /// <summary>The logarithm to base 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Log2(Vector256<float> value)
    {
        var x = Normalize(value, out var isDenormal);
        var n = Split(x, out var f);
        return Finish(value, Fma(f + Log1pTail(f), PortableMath.Log2E, n), isDenormal, PortableMath.MantissaBits);
    }

    /// <summary>The logarithm to base 10.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Log10(Vector256<float> value)
    {
        var x = Normalize(value, out var isDenormal);
        var n = Split(x, out var f);
        var tail = Fma(n, PortableMath.Log10Of2Low, (f + Log1pTail(f)) * PortableMath.Log10E);
        var log = Fma(n, PortableMath.Log10Of2High, tail);
        return Finish(value, log, isDenormal, (float)(PortableMath.MantissaBits * PortableMath.Ln2D * PortableMath.Log10ED));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Normalize(Vector256<float> value, out Vector256<float> isDenormal)
    {
        isDenormal = Vector256.LessThan(value, Vector256.Create(PortableMath.SmallestNormalBits).AsSingle());
        return Vector256.ConditionalSelect(isDenormal, value * PortableMath.DenormalScale, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Split(Vector256<float> value, out Vector256<float> f)
    {
        var bits = value.AsInt32();
        var exponent = (bits - Vector256.Create(PortableMath.SqrtHalfBits)) & Vector256.Create(PortableMath.ExponentMask);
        f = (bits - exponent).AsSingle() - Vector256.Create(1f);
        return Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(exponent, PortableMath.MantissaBits));
    }

    /// <inheritdoc cref="PortableMath.Log1pTail"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Log1pTail(Vector256<float> f)
    {
        var p = Fma(Vector256.Create(7.0376836292e-2f), f, -1.1514610310e-1f);
        p = Fma(p, f, 1.1676998740e-1f);
        p = Fma(p, f, -1.2420140846e-1f);
        p = Fma(p, f, 1.4249322787e-1f);
        p = Fma(p, f, -1.6668057665e-1f);
        p = Fma(p, f, 2.0000714765e-1f);
        p = Fma(p, f, -2.4999993993e-1f);
        p = Fma(p, f, 3.3333331174e-1f);
        return f * f * Fma(p, f, -0.5f);
    }

    /// <summary>Takes back the scale of denormals and puts in the limits: -infinity at 0, infinity at infinity, else NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Finish(Vector256<float> value, Vector256<float> log, Vector256<float> isDenormal, float scale)
    {
        var result = Vector256.ConditionalSelect(isDenormal, log - Vector256.Create(scale), log);
        var isPositive = Vector256.GreaterThan(value, Vector256<float>.Zero);
        var isRegular = isPositive & Vector256.LessThan(value, Vector256.Create(float.PositiveInfinity));
        var isZero = Vector256.Equals(value, Vector256<float>.Zero);
        var limit = Vector256.ConditionalSelect(isPositive, value, Vector256.Create(float.NaN));
        limit = Vector256.ConditionalSelect(isZero, Vector256.Create(float.NegativeInfinity), limit);
        return Vector256.ConditionalSelect(isRegular, result, limit);
    }
}
