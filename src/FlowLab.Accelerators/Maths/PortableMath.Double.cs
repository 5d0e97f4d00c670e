using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    /// <inheritdoc cref="Log(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log(double value, double newBase)
    {
        var isNone = newBase == 1.0 | (value != 1.0 & (newBase == 0.0 | newBase == double.PositiveInfinity));
        return isNone ? double.NaN : Math.Log(value) / Math.Log(newBase);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Rcp(double value) => 1.0 / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Rsqrt(double value) => 1.0 / Math.Sqrt(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(double value, out double sin, out double cos)
    {
        sin = Math.Sin(value);
        cos = Math.Cos(value);
    }
}
