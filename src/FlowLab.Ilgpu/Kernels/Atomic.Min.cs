namespace ILGPU;

public static partial class Atomic
{
    public static int Min(ref int target, int value)
    {
        var current = target;
        int expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, Math.Min(expected, value), expected);
        }
        while (current != expected);
        return current;
    }

    public static long Min(ref long target, long value)
    {
        var current = target;
        long expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, Math.Min(expected, value), expected);
        }
        while (current != expected);
        return current;
    }

    public static uint Min(ref uint target, uint value)
    {
        var current = target;
        uint expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, Math.Min(expected, value), expected);
        }
        while (current != expected);
        return current;
    }

    public static ulong Min(ref ulong target, ulong value)
    {
        var current = target;
        ulong expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, Math.Min(expected, value), expected);
        }
        while (current != expected);
        return current;
    }

    /// <summary>The smaller one as <see cref="MathF.Min(float, float)"/> has it: NaN wins.</summary>
    public static float Min(ref float target, float value) =>
        MakeAtomic(ref target, value, default(FloatOperations.Smaller), default(FloatOperations.CompareExchange));

    /// <summary>The smaller one as <see cref="Math.Min(double, double)"/> has it: NaN wins.</summary>
    public static double Min(ref double target, double value) =>
        MakeAtomic(ref target, value, default(DoubleOperations.Smaller), default(DoubleOperations.CompareExchange));
}
