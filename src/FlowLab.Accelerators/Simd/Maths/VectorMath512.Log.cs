using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorMath512
{
    /// <summary>The natural logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Log(Vector512<float> value)
    {
        var x = Normalize(value, out var isDenormal);
        var n = Split(x, out var f);
        var tail = Fma(n, PortableMath.Ln2Low, Log1pTail(f));
        return Finish(value, Fma(n, PortableMath.Ln2High, f + tail), isDenormal, PortableMath.MantissaBits * PortableMath.Ln2);
    }

    /// <summary>The logarithm to base 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Log2(Vector512<float> value)
    {
        var x = Normalize(value, out var isDenormal);
        var n = Split(x, out var f);
        return Finish(value, Fma(f + Log1pTail(f), PortableMath.Log2E, n), isDenormal, PortableMath.MantissaBits);
    }

    /// <summary>The logarithm to base 10.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Log10(Vector512<float> value)
    {
        var x = Normalize(value, out var isDenormal);
        var n = Split(x, out var f);
        var tail = Fma(n, PortableMath.Log10Of2Low, (f + Log1pTail(f)) * PortableMath.Log10E);
        var log = Fma(n, PortableMath.Log10Of2High, tail);
        return Finish(value, log, isDenormal, (float)(PortableMath.MantissaBits * PortableMath.Ln2D * PortableMath.Log10ED));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Normalize(Vector512<float> value, out Vector512<float> isDenormal)
    {
        isDenormal = Vector512.LessThan(value, Vector512.Create(PortableMath.SmallestNormalBits).AsSingle());
        return Vector512.ConditionalSelect(isDenormal, value * PortableMath.DenormalScale, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Split(Vector512<float> value, out Vector512<float> f)
    {
        var bits = value.AsInt32();
        var exponent = (bits - Vector512.Create(PortableMath.SqrtHalfBits)) & Vector512.Create(PortableMath.ExponentMask);
        f = (bits - exponent).AsSingle() - Vector512.Create(1f);
        return Vector512.ConvertToSingle(Vector512.ShiftRightArithmetic(exponent, PortableMath.MantissaBits));
    }

    /// <inheritdoc cref="PortableMath.Log1pTail"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Log1pTail(Vector512<float> f)
    {
        var p = Fma(Vector512.Create(7.0376836292e-2f), f, -1.1514610310e-1f);
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
    private static Vector512<float> Finish(Vector512<float> value, Vector512<float> log, Vector512<float> isDenormal, float scale)
    {
        var result = Vector512.ConditionalSelect(isDenormal, log - Vector512.Create(scale), log);
        var isPositive = Vector512.GreaterThan(value, Vector512<float>.Zero);
        var isRegular = isPositive & Vector512.LessThan(value, Vector512.Create(float.PositiveInfinity));
        var isZero = Vector512.Equals(value, Vector512<float>.Zero);
        var limit = Vector512.ConditionalSelect(isPositive, value, Vector512.Create(float.NaN));
        limit = Vector512.ConditionalSelect(isZero, Vector512.Create(float.NegativeInfinity), limit);
        return Vector512.ConditionalSelect(isRegular, result, limit);
    }
}
