using System.Runtime.CompilerServices;

namespace ILGPU;

public static partial class Atomic
{
    public static Index1D Add(ref Index1D target, Index1D value) => Add(ref Unsafe.As<Index1D, int>(ref target), value.X);

    public static int Add(ref int target, int value) => Interlocked.Add(ref target, value) - value;

    public static long Add(ref long target, long value) => Interlocked.Add(ref target, value) - value;

    public static uint Add(ref uint target, uint value) => Interlocked.Add(ref target, value) - value;

    public static ulong Add(ref ulong target, ulong value) => Interlocked.Add(ref target, value) - value;

    public static float Add(ref float target, float value) =>
        MakeAtomic(ref target, value, default(FloatOperations.Sum), default(FloatOperations.CompareExchange));

    public static double Add(ref double target, double value) =>
        MakeAtomic(ref target, value, default(DoubleOperations.Sum), default(DoubleOperations.CompareExchange));
}
