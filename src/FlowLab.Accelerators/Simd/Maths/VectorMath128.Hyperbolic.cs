using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorMath128
{
    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Tanh(Vector128<float> value)
    {
        var x = Vector128.MinNative(Vector128.Create(PortableMath.TanhRange), Vector128.Abs(value));
        var m = Expm1(x + x);
        return Vector128.CopySign(m / (m + Vector128.Create(2f)), value);
    }

    /// <summary>The hyperbolic sine.</summary>
    internal static Vector128<float> Sinh(Vector128<float> value)
    {
        var x = Vector128.Abs(value);
        var m = Expm1(x);
        var near = (m + (m / (m + Vector128.Create(1f)))) * 0.5f;
        var half = HalfExp(x);
        var far = half - (Vector128.Create(0.25f) / half);
        return Vector128.CopySign(Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128.Create(1f)), near, far), value);
    }

    /// <summary>The hyperbolic cosine.</summary>
    internal static Vector128<float> Cosh(Vector128<float> value)
    {
        var half = HalfExp(Vector128.Abs(value));
        return half + (Vector128.Create(0.25f) / half);
    }

    /// <summary>e^x / 2 without overflow in between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> HalfExp(Vector128<float> value)
    {
        var x = Vector128.MaxNative(Vector128.Create(-105f), Vector128.MinNative(Vector128.Create(90f), value));
        var shifted = Fma(x, PortableMath.Log2E, Vector128.Create(PortableMath.RoundingMagic));
        var p = ExpOfReduced(Reduce(x, shifted - Vector128.Create(PortableMath.RoundingMagic)));
        return Scale(p, ExponentOf(shifted) - Vector128<int>.One);
    }

    /// <inheritdoc cref="PortableMath.Expm1"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Expm1(Vector128<float> x)
    {
        var shifted = Fma(x, PortableMath.Log2E, Vector128.Create(PortableMath.RoundingMagic));
        var scale = PowerOfTwo(shifted);
        var r = Fma(shifted - Vector128.Create(PortableMath.RoundingMagic), -PortableMath.Ln2, x);
        var m = Fma(ExpTail(r), r * r, r);
        return Fma(scale, m, scale - Vector128.Create(1f));
    }
}
