using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorMath512
{
    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Tanh(Vector512<float> value)
    {
        var x = Vector512.MinNative(Vector512.Create(PortableMath.TanhRange), Vector512.Abs(value));
        var m = Expm1(x + x);
        return Vector512.CopySign(m / (m + Vector512.Create(2f)), value);
    }

    /// <summary>The hyperbolic sine.</summary>
    internal static Vector512<float> Sinh(Vector512<float> value)
    {
        var x = Vector512.Abs(value);
        var m = Expm1(x);
        var near = (m + (m / (m + Vector512.Create(1f)))) * 0.5f;
        var half = HalfExp(x);
        var far = half - (Vector512.Create(0.25f) / half);
        return Vector512.CopySign(Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(1f)), near, far), value);
    }

    /// <summary>The hyperbolic cosine.</summary>
    internal static Vector512<float> Cosh(Vector512<float> value)
    {
        var half = HalfExp(Vector512.Abs(value));
        return half + (Vector512.Create(0.25f) / half);
    }

    /// <summary>e^x / 2 without overflow in between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> HalfExp(Vector512<float> value)
    {
        var x = Vector512.MaxNative(Vector512.Create(-105f), Vector512.MinNative(Vector512.Create(90f), value));
        var shifted = Fma(x, PortableMath.Log2E, Vector512.Create(PortableMath.RoundingMagic));
        var p = ExpOfReduced(Reduce(x, shifted - Vector512.Create(PortableMath.RoundingMagic)));
        return Scale(p, ExponentOf(shifted) - Vector512<int>.One);
    }

    /// <inheritdoc cref="PortableMath.Expm1"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Expm1(Vector512<float> x)
    {
        var shifted = Fma(x, PortableMath.Log2E, Vector512.Create(PortableMath.RoundingMagic));
        var scale = PowerOfTwo(shifted);
        var r = Fma(shifted - Vector512.Create(PortableMath.RoundingMagic), -PortableMath.Ln2, x);
        var m = Fma(ExpTail(r), r * r, r);
        return Fma(scale, m, scale - Vector512.Create(1f));
    }
}
