using FlowLab.Accelerators.Maths;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Compiler;

/// <summary>Every operator and conversion of C# on numbers at the edges of their types.</summary>
public class OperatorTests
{
    private static readonly int[] NonZero = [.. Numbers.Ints.Where(number => number is not (0 or -1))];

    [Test]
    public void Operators_of_int() => Pairs(Ints, Numbers.Ints, 16);

    [Test]
    public void Operators_of_uint() => Pairs(UInts, Numbers.Ints, 12);

    [Test]
    public void Operators_of_long() => Pairs(Longs, Numbers.Longs, 16);

    [Test]
    public void Operators_of_ulong() => Pairs(ULongs, Numbers.Longs, 8);

    [Test]
    public void Divisions_of_integers() => Pairs(Divisions, NonZero, 6);

    [Test]
    public void Operators_of_float() => Pairs(Floats, Numbers.Floats, 8);

    [Test]
    public void Operators_of_double() => Pairs(Doubles, [.. Numbers.Floats.Select(number => (double)number), 1e300, 1.1], 8);

    [Test]
    public void Comparisons_of_float_with_NaN() => Comparisons(FloatComparisons, Numbers.Floats, 18);

    [Test]
    public void Conversions_of_float() => Conversions(FromFloat, Numbers.Floats, 10);

    [Test]
    public void Conversions_of_double() => Conversions(FromDouble, [.. Numbers.Floats.Select(number => (double)number), 1e300, -1e300, 2147483647.5], 10);

    [Test]
    public void Conversions_of_long() => Conversions(FromLong, Numbers.Longs, 12);

    [Test]
    public void Conversions_of_int() => Conversions(FromInt, Numbers.Ints, 12);

    [Test]
    public void Small_integers_in_memory()
    {
        using var test = new Differential();
        byte[] bytes = [0, 1, 127, 128, 255];
        test.Check(Small, bytes.Length, test.View(bytes), test.View<sbyte>(-1, 0, 1, 127, -128), test.View<short>(-1, 300, -32768, 32767, 5),
            test.View<ushort>(65535, 1, 2, 32768, 0), test.View<bool>(true, false, true, true, false), test.View(new int[5]));
    }

    [Test]
    public void Functions_of_numbers() => Pairs(Functions, Numbers.Floats, 20);

    [Test]
    public void Functions_of_integers() => Pairs(IntegerFunctions, [.. Numbers.Ints.Where(number => number != int.MinValue)], 14);

    private static void Pairs<T>(Action<Index1D, ArrayView<T>, ArrayView<T>, ArrayView<T>> kernel, T[] values, int results)
        where T : unmanaged
    {
        using var test = new Differential();
        var (left, right) = (Numbers.Left(values), Numbers.Right(values));
        test.Check(kernel, left.Length, test.View(left), test.View(right), test.View(new T[left.Length * results]));
    }

    private static void Comparisons<T>(Action<Index1D, ArrayView<T>, ArrayView<T>, ArrayView<int>> kernel, T[] values, int results)
        where T : unmanaged
    {
        using var test = new Differential();
        var (left, right) = (Numbers.Left(values), Numbers.Right(values));
        test.Check(kernel, left.Length, test.View(left), test.View(right), test.View(new int[left.Length * results]));
    }

    private static void Conversions<T>(Action<Index1D, ArrayView<T>, ArrayView<long>, ArrayView<double>> kernel, T[] values, int results)
        where T : unmanaged
    {
        using var test = new Differential();
        test.Check(kernel, values.Length, test.View(values), test.View(new long[values.Length * results]), test.View(new double[values.Length * results]));
    }

    private static void Ints(Index1D i, ArrayView<int> a, ArrayView<int> b, ArrayView<int> r)
    {
        int x = a[i], y = b[i], at = i * 16;
        r[at] = x + y;
        r[at + 1] = x - y;
        r[at + 2] = x * y;
        r[at + 3] = x & y;
        r[at + 4] = x | y;
        r[at + 5] = x ^ y;
        r[at + 6] = x << y;
        r[at + 7] = x >> y;
        r[at + 8] = x >>> y;
        r[at + 9] = ~x;
        r[at + 10] = -x;
        r[at + 11] = x < y ? 1 : x == y ? 2 : 3;
        r[at + 12] = x <= y ? x : y;
        r[at + 13] = (x > y) == (x != y) ? 5 : 6;
        r[at + 14] = x >= 0 && y >= 0 || x == y ? 1 : 0;
        r[at + 15] = (x << 35) + (y >> 33) + x / 3 + y % 10;
    }

    private static void UInts(Index1D i, ArrayView<int> a, ArrayView<int> b, ArrayView<int> r)
    {
        uint x = (uint)a[i], y = (uint)b[i];
        int at = i * 12;
        r[at] = (int)(x + y);
        r[at + 1] = (int)(x * y);
        r[at + 2] = (int)(x >> (int)y);
        r[at + 3] = x < y ? 1 : 0;
        r[at + 4] = x <= y ? 1 : 0;
        r[at + 5] = x > y ? 1 : 0;
        r[at + 6] = x >= y ? 1 : 0;
        r[at + 7] = (int)(x / 7u);
        r[at + 8] = (int)(x % 7u);
        r[at + 9] = (int)(((ulong)x * y) >> 32);
        r[at + 10] = (int)System.Numerics.BitOperations.RotateLeft(x, (int)y);
        r[at + 11] = (int)Math.Max(x, y);
    }

    private static void Longs(Index1D i, ArrayView<long> a, ArrayView<long> b, ArrayView<long> r)
    {
        long x = a[i], y = b[i];
        int at = i * 16;
        r[at] = x + y;
        r[at + 1] = x - y;
        r[at + 2] = x * y;
        r[at + 3] = x & y;
        r[at + 4] = x | y;
        r[at + 5] = x ^ y;
        r[at + 6] = x << (int)y;
        r[at + 7] = x >> (int)y;
        r[at + 8] = x >>> (int)y;
        r[at + 9] = ~x;
        r[at + 10] = -x;
        r[at + 11] = x < y ? 1 : x == y ? 2 : 3;
        r[at + 12] = x / 3;
        r[at + 13] = x % 10;
        r[at + 14] = (int)x + (int)y;
        r[at + 15] = (x >= y) ^ (x <= 5) ? x : y;
    }

    private static void ULongs(Index1D i, ArrayView<long> a, ArrayView<long> b, ArrayView<long> r)
    {
        ulong x = (ulong)a[i], y = (ulong)b[i];
        int at = i * 8;
        r[at] = (long)(x / 10);
        r[at + 1] = (long)(x % 10);
        r[at + 2] = x < y ? 1 : 0;
        r[at + 3] = x >= y ? 1 : 0;
        r[at + 4] = (long)(x >> (int)y);
        r[at + 5] = (uint)x;
        r[at + 6] = (byte)x;
        r[at + 7] = (long)Math.Min(x, y);
    }

    private static void Divisions(Index1D i, ArrayView<int> a, ArrayView<int> b, ArrayView<int> r)
    {
        int x = a[i], y = b[i], at = i * 6;
        r[at] = x / y;
        r[at + 1] = x % y;
        r[at + 2] = (int)((uint)x / (uint)y);
        r[at + 3] = (int)((uint)x % (uint)y);
        r[at + 4] = (int)((long)x / y);
        r[at + 5] = y == 7 ? x : x / (y - 7);
    }

    private static void Floats(Index1D i, ArrayView<float> a, ArrayView<float> b, ArrayView<float> r)
    {
        float x = a[i], y = b[i];
        int at = i * 8;
        r[at] = x + y;
        r[at + 1] = x - y;
        r[at + 2] = x * y;
        r[at + 3] = x / y;
        r[at + 4] = x % y;
        r[at + 5] = -x;
        r[at + 6] = x * 1f + 0f - 0f;
        r[at + 7] = (float)((double)x * y);
    }

    private static void Doubles(Index1D i, ArrayView<double> a, ArrayView<double> b, ArrayView<double> r)
    {
        double x = a[i], y = b[i];
        int at = i * 8;
        r[at] = x + y;
        r[at + 1] = x - y;
        r[at + 2] = x * y;
        r[at + 3] = x / y;
        r[at + 4] = x % y;
        r[at + 5] = -x;
        r[at + 6] = (float)x;
        r[at + 7] = x < y ? x : y;
    }

    private static void FloatComparisons(Index1D i, ArrayView<float> a, ArrayView<float> b, ArrayView<int> r)
    {
        float x = a[i], y = b[i];
        int at = i * 18;
        r[at] = x < y ? 1 : 0;
        r[at + 1] = x <= y ? 1 : 0;
        r[at + 2] = x > y ? 1 : 0;
        r[at + 3] = x >= y ? 1 : 0;
        r[at + 4] = x == y ? 1 : 0;
        r[at + 5] = x != y ? 1 : 0;
        r[at + 6] = !(x < y) ? 1 : 0;
        r[at + 7] = !(x <= y) ? 1 : 0;
        r[at + 8] = !(x > y) ? 1 : 0;
        r[at + 9] = !(x >= y) ? 1 : 0;
        r[at + 10] = !(x == y) ? 1 : 0;
        r[at + 11] = !(x != y) ? 1 : 0;
        bool less = x < y, more = x > y;
        r[at + 12] = less | more ? 1 : 0;
        r[at + 13] = less == more ? 1 : 0;
        r[at + 14] = float.IsNaN(x) || float.IsFinite(y) ? 1 : 0;
        r[at + 15] = float.IsInfinity(x) ? 1 : 0;
        if (x < y)
            r[at + 16] = 1;
        if (!(x >= y))
            r[at + 17] = 1;
    }

    private static void FromFloat(Index1D i, ArrayView<float> a, ArrayView<long> r, ArrayView<double> f)
    {
        float x = a[i];
        int at = i * 10;
        r[at] = (int)x;
        r[at + 1] = (uint)x;
        r[at + 2] = (long)x;
        r[at + 3] = (long)(ulong)x;
        f[at] = x;
        f[at + 1] = (int)x + 0.5f;
        r[at + 4] = BitConverter.SingleToInt32Bits(x) & 0x7FFFFFFF;
        r[at + 5] = (sbyte)x;
        r[at + 6] = (byte)x;
        r[at + 7] = (short)x;
    }

    private static void FromDouble(Index1D i, ArrayView<double> a, ArrayView<long> r, ArrayView<double> f)
    {
        double x = a[i];
        int at = i * 10;
        r[at] = (int)x;
        r[at + 1] = (uint)x;
        r[at + 2] = (long)x;
        r[at + 3] = (long)(ulong)x;
        f[at] = (float)x;
        r[at + 4] = BitConverter.DoubleToInt64Bits(x) >>> 52;
        r[at + 5] = (ushort)x;
    }

    private static void FromLong(Index1D i, ArrayView<long> a, ArrayView<long> r, ArrayView<double> f)
    {
        long x = a[i];
        int at = i * 12;
        r[at] = (sbyte)x;
        r[at + 1] = (byte)x;
        r[at + 2] = (short)x;
        r[at + 3] = (ushort)x;
        r[at + 4] = (int)x;
        r[at + 5] = (uint)x;
        r[at + 6] = (char)x;
        f[at] = x;
        f[at + 1] = (float)x;
        f[at + 2] = (ulong)x;
        f[at + 3] = (float)(ulong)x;
        f[at + 4] = BitConverter.Int64BitsToDouble(x);
    }

    private static void FromInt(Index1D i, ArrayView<int> a, ArrayView<long> r, ArrayView<double> f)
    {
        int x = a[i];
        int at = i * 12;
        r[at] = (sbyte)x;
        r[at + 1] = (byte)x;
        r[at + 2] = (short)x;
        r[at + 3] = (ushort)x;
        r[at + 4] = x;
        r[at + 5] = (uint)x;
        r[at + 6] = (long)(ulong)x;
        f[at] = x;
        f[at + 1] = (float)x;
        f[at + 2] = (uint)x;
        f[at + 3] = (float)(uint)x;
        f[at + 4] = BitConverter.Int32BitsToSingle(x);
    }

    private static void Small(
        Index1D i, ArrayView<byte> bytes, ArrayView<sbyte> signed, ArrayView<short> shorts, ArrayView<ushort> unsigned, ArrayView<bool> flags,
        ArrayView<int> sums)
    {
        sums[i] = bytes[i] + signed[i] + shorts[i] + unsigned[i] + (flags[i] ? 1000 : 0);
        bytes[i] += 200;
        signed[i] = (sbyte)(signed[i] * 3);
        shorts[i]++;
        unsigned[i] = (ushort)(unsigned[i] << 1);
        flags[i] = !flags[i] && sums[i] > 0;
    }

    private static void Functions(Index1D i, ArrayView<float> a, ArrayView<float> b, ArrayView<float> r)
    {
        float x = a[i], y = b[i];
        int at = i * 20;
        r[at] = PortableMath.Exp(x) + PortableMath.Log(y);
        r[at + 1] = PortableMath.Tanh(x);
        r[at + 2] = MathF.Sqrt(x) + PortableMath.Rsqrt(y);
        r[at + 3] = MathF.Min(x, y);
        r[at + 4] = MathF.Max(x, y);
        r[at + 5] = Math.Abs(x);
        r[at + 6] = MathF.Floor(x) + XMath.Ceiling(y);
        r[at + 7] = MathF.Round(x);
        r[at + 8] = MathF.Round(x, MidpointRounding.AwayFromZero);
        r[at + 9] = MathF.FusedMultiplyAdd(x, y, x);
        r[at + 10] = MathF.CopySign(x, y);
        r[at + 11] = PortableMath.Pow(x, y);
        r[at + 12] = PortableMath.Sin(x) + PortableMath.Cos(y);
        r[at + 13] = XMath.Sign(x);
        r[at + 14] = Math.Clamp(x, -1f, 2f);
        PortableMath.SinCos(x, out var sine, out var cosine);
        r[at + 15] = sine - cosine;
        r[at + 16] = Interop.IntAsFloat(Interop.FloatAsInt(x) ^ 0x80000000u);
        r[at + 17] = XMath.Min(x, 1f) + IntrinsicMath.Max(y, 1f);
        r[at + 18] = MathF.Truncate(x);
        r[at + 19] = PortableMath.Rcp(x) + PortableMath.Exp2(y);
    }

    private static void IntegerFunctions(Index1D i, ArrayView<int> a, ArrayView<int> b, ArrayView<int> r)
    {
        int x = a[i], y = b[i], at = i * 14;
        r[at] = Math.Min(x, y);
        r[at + 1] = XMath.Max(x, y);
        r[at + 2] = Math.Abs(x);
        r[at + 3] = Math.Sign(x);
        r[at + 4] = Math.Clamp(x, -5, 100);
        r[at + 5] = XMath.PopCount(x);
        r[at + 6] = XMath.LeadingZeroCount(x);
        r[at + 7] = IntrinsicMath.TrailingZeroCount(x);
        r[at + 8] = (int)(Math.BigMul(x, y) >> 32);
        r[at + 9] = IntrinsicMath.Clamp(x, 0, 10);
        r[at + 10] = XMath.PopCount((ulong)(long)x);
        r[at + 11] = Math.Max((byte)x, (byte)y);
        r[at + 12] = Interop.SizeOf<Index2D>() + sizeof(long);
        r[at + 13] = Math.Min((short)x, (short)y);
    }
}
