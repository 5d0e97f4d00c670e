using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    // Below these half of a number may be none.
    private const float SmallestHalvable = 2f * SmallestNormal;
    private const double SmallestHalvableD = 4.4501477170144028e-308;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Rem(double x, double y) => x % y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Rem(float x, float y) => x % y;

    /// <summary>What is left of x after the nearest multiple of y, the even one of two: exact, by the remainder of twice y.</summary>
    public static float IEEERemainder(float x, float y)
    {
        var divisor = MathF.Abs(y);
        var rest = MathF.Abs(x) % (divisor + divisor);
        var isAbove = divisor < SmallestHalvable ? rest + rest > divisor : rest > 0.5f * divisor;
        var once = isAbove ? rest - divisor : rest;
        var isStillAbove = divisor < SmallestHalvable ? once + once >= divisor : once >= 0.5f * divisor;
        var nearest = isAbove & isStillAbove ? once - divisor : once;
        return IsNegative(x) ? -nearest : nearest;
    }

    /// <inheritdoc cref="IEEERemainder(float, float)"/>
    public static double IEEERemainder(double x, double y)
    {
        var divisor = Math.Abs(y);
        var rest = Math.Abs(x) % (divisor + divisor);
        var isAbove = divisor < SmallestHalvableD ? rest + rest > divisor : rest > 0.5 * divisor;
        var once = isAbove ? rest - divisor : rest;
        var isStillAbove = divisor < SmallestHalvableD ? once + once >= divisor : once >= 0.5 * divisor;
        var nearest = isAbove & isStillAbove ? once - divisor : once;
        return IsNegative(x) ? -nearest : nearest;
    }

    private static bool IsNegative(float value) => BitConverter.SingleToInt32Bits(value) < 0;

    private static bool IsNegative(double value) => BitConverter.DoubleToInt64Bits(value) < 0;
}
