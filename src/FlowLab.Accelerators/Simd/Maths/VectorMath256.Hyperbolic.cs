using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorMath256
{
    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Tanh(Vector256<float> value)
    {
        var x = Vector256.MinNative(Vector256.Create(PortableMath.TanhRange), Vector256.Abs(value));
        var m = Expm1(x + x);
        return Vector256.CopySign(m / (m + Vector256.Create(2f)), value);
    }

    /// <summary>The hyperbolic sine.</summary>
    internal static Vector256<float> Sinh(Vector256<float> value)
    {
        var x = Vector256.Abs(value);
        var m = Expm1(x);
        var near = (m + (m / (m + Vector256.Create(1f)))) * 0.5f;
        var half = HalfExp(x);
        var far = half - (Vector256.Create(0.25f) / half);
        return Vector256.CopySign(Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(1f)), near, far), value);
    }

    /// <summary>The hyperbolic cosine.</summary>
    internal static Vector256<float> Cosh(Vector256<float> value)
    {
        var half = HalfExp(Vector256.Abs(value));
        return half + (Vector256.Create(0.25f) / half);
    }

    /// <summary>e^x / 2 without overflow in between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> HalfExp(Vector256<float> value)
    {
        var x = Vector256.MaxNative(Vector256.Create(-105f), Vector256.MinNative(Vector256.Create(90f), value));
        var shifted = Fma(x, PortableMath.Log2E, Vector256.Create(PortableMath.RoundingMagic));
        var p = ExpOfReduced(Reduce(x, shifted - Vector256.Create(PortableMath.RoundingMagic)));
        return Scale(p, ExponentOf(shifted) - Vector256<int>.One);
    }

    /// <inheritdoc cref="PortableMath.Expm1"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Expm1(Vector256<float> x)
    {
        var shifted = Fma(x, PortableMath.Log2E, Vector256.Create(PortableMath.RoundingMagic));
        var scale = PowerOfTwo(shifted);
        var r = Fma(shifted - Vector256.Create(PortableMath.RoundingMagic), -PortableMath.Ln2, x);
        var m = Fma(ExpTail(r), r * r, r);
        return Fma(scale, m, scale - Vector256.Create(1f));
    }
}
