namespace ILGPU;

public static partial class Atomic
{
    public static int Xor(ref int target, int value)
    {
        var current = target;
        int expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, expected ^ value, expected);
        }
        while (current != expected);
        return current;
    }

    public static long Xor(ref long target, long value)
    {
        var current = target;
        long expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, expected ^ value, expected);
        }
        while (current != expected);
        return current;
    }

    public static uint Xor(ref uint target, uint value)
    {
        var current = target;
        uint expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, expected ^ value, expected);
        }
        while (current != expected);
        return current;
    }

    public static ulong Xor(ref ulong target, ulong value)
    {
        var current = target;
        ulong expected;
        do
        {
            expected = current;
            current = Interlocked.CompareExchange(ref target, expected ^ value, expected);
        }
        while (current != expected);
        return current;
    }
}
