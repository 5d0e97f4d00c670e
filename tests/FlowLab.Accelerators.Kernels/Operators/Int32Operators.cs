using T = System.Int32;

namespace FlowLab.Accelerators.Tests.Kernels.Operators;

/// <summary>Every operator of integers. The build makes the same kernels of the other types.</summary>
[KernelFamily]
internal static class Int32Operators
{
    internal static void Add(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = (T)(x[i] + y[i]);

    internal static void Subtract(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = (T)(x[i] - y[i]);

    internal static void Multiply(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = (T)(x[i] * y[i]);

    internal static void Divide(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = (T)(Dividend(x[i]) / Divisor(y[i]));

    internal static void Remainder(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = (T)(Dividend(x[i]) % Divisor(y[i]));

    internal static void DivideByConstant(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = (T)((x[i] / 7) ^ (x[i] / 16));

    internal static void RemainderByConstant(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = (T)((x[i] % 10) + (x[i] % 8));

    internal static void DivideUnderCondition(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r)
    {
        if (y[i] > 0)
            r[i] = (T)(x[i] / y[i]);
        else
            r[i] = (T)(x[i] % 5);
    }

    internal static void MultiplyByConstant(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = (T)((x[i] * 13) + (x[i] * 8));

    internal static void And(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = (T)(x[i] & y[i]);

    internal static void Or(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = (T)(x[i] | y[i]);

    internal static void Xor(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = (T)(x[i] ^ y[i]);

    internal static void Complement(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = (T)~x[i];

    internal static void Negate(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = (T)(0 - x[i]);

    internal static void ShiftLeft(Index1D i, ArrayView<T> x, ArrayView<int> y, ArrayView<T> r) => r[i] = (T)(x[i] << y[i]);

    internal static void ShiftRight(Index1D i, ArrayView<T> x, ArrayView<int> y, ArrayView<T> r) => r[i] = (T)(x[i] >> y[i]);

    internal static void ShiftRightUnsigned(Index1D i, ArrayView<T> x, ArrayView<int> y, ArrayView<T> r) => r[i] = (T)(x[i] >>> y[i]);

    internal static void ShiftByConstants(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = (T)((x[i] << 3) ^ (x[i] >> 5) ^ (x[i] >>> 35) ^ (x[i] << 65));

    internal static void ShiftByItself(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = (T)(x[i] << (int)x[i]);

    internal static void Less(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] < y[i];

    internal static void LessOrEqual(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] <= y[i];

    internal static void Greater(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] > y[i];

    internal static void GreaterOrEqual(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] >= y[i];

    internal static void Equal(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] == y[i];

    internal static void NotEqual(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] != y[i];

    internal static void BranchOnOrder(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r)
    {
        if (x[i] < y[i])
            r[i] = 1;
        else if (x[i] == y[i])
            r[i] = 2;
        else if (x[i] >= 100)
            r[i] = (T)(y[i] + 3);
    }

    internal static void Choose(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = x[i] <= y[i] ? x[i] : y[i];

    internal static void Increment(Index1D i, ArrayView<T> x, ArrayView<T> r)
    {
        var value = x[i];
        r[i] = value++;
        r[i + 1024] = ++value;
    }

    internal static void Decrement(Index1D i, ArrayView<T> x, ArrayView<T> r)
    {
        r[i]--;
        r[i] -= x[i];
        --r[i];
    }

    internal static void Compound(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r)
    {
        r[i] += x[i];
        r[i] *= y[i];
        r[i] ^= x[i];
        r[i] <<= 2;
        r[i] |= y[i];
        r[i] >>= 1;
        r[i] &= (T)~y[i];
        r[i] /= 3;
        r[i] %= 50;
    }

    internal static void Smallest(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = Math.Min(x[i], y[i]);

    internal static void Largest(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = Math.Max(x[i], y[i]);

    internal static void Limited(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = Math.Clamp(x[i], (T)5, (T)100);

    internal static void Mixed(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r)
    {
        T sum = 0;
        for (T n = 1; n <= 5; n++)
            sum = (T)((sum * 31) + (x[i] ^ (T)(y[i] >> (int)n)));
        r[i] = sum;
    }

    private static T Divisor(T value) => value == 0 ? (T)11 : value;

    private static T Dividend(T value) => value == T.MinValue ? T.MaxValue : value;
}
