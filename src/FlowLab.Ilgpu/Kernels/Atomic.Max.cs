namespace ILGPU;

public static partial class Atomic
{
    public static int Max(ref int target, int value)
    {
        var current = target;
        int expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, Math.Max(expected, value), expected);
        }
        while (current != expected);
        return current;
    }

    public static long Max(ref long target, long value)
    {
        var current = target;
        long expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, Math.Max(expected, value), expected);
        }
        while (current != expected);
        return current;
    }

    public static uint Max(ref uint target, uint value)
    {
        var current = target;
        uint expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, Math.Max(expected, value), expected);
        }
        while (current != expected);
        return current;
    }

    public static ulong Max(ref ulong target, ulong value)
    {
        var current = target;
        ulong expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, Math.Max(expected, value), expected);
        }
        while (current != expected);
        return current;
    }

    /// <summary>The larger one as <see cref="MathF.Max(float, float)"/> has it: NaN wins.</summary>
    public static float Max(ref float target, float value) =>
        MakeAtomic(ref target, value, default(FloatOperations.Larger), default(FloatOperations.CompareExchange));

    /// <summary>The larger one as <see cref="Math.Max(double, double)"/> has it: NaN wins.</summary>
    public static double Max(ref double target, double value) =>
        MakeAtomic(ref target, value, default(DoubleOperations.Larger), default(DoubleOperations.CompareExchange));
}
