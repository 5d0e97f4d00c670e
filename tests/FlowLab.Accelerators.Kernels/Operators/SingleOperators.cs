using T = System.Single;

namespace FlowLab.Accelerators.Tests.Kernels.Operators;

/// <summary>Every operator of floating-point numbers. The build makes the same kernels of doubles.</summary>
[KernelFamily]
internal static class SingleOperators
{
    internal static void Add(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = x[i] + y[i];

    internal static void Subtract(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = x[i] - y[i];

    internal static void Multiply(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = x[i] * y[i];

    internal static void Divide(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = x[i] / y[i];

    internal static void Remainder(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = x[i] % y[i];

    internal static void Negate(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = -x[i];

    internal static void SubtractFromZero(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = 0 - x[i];

    internal static void Neutral(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = (x[i] * 1) + 0 - 0;

    internal static void ProductAndSum(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> z, ArrayView<T> r) => r[i] = (x[i] * y[i]) + z[i];

    internal static void ProductAndDifference(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = (x[i] * y[i]) - (y[i] * x[i]);

    internal static void DivideByConstant(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = (x[i] / 3) + (x[i] / 4);

    internal static void Less(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] < y[i];

    internal static void LessOrEqual(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] <= y[i];

    internal static void Greater(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] > y[i];

    internal static void GreaterOrEqual(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] >= y[i];

    internal static void Equal(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] == y[i];

    internal static void NotEqual(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = x[i] != y[i];

    internal static void NotLess(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = !(x[i] < y[i]);

    internal static void NotLessOrEqual(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = !(x[i] <= y[i]);

    internal static void NotGreater(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = !(x[i] > y[i]);

    internal static void NotGreaterOrEqual(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<bool> r) => r[i] = !(x[i] >= y[i]);

    internal static void BranchOnOrder(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<int> r)
    {
        if (x[i] < y[i])
            r[i] = 1;
        else if (x[i] >= y[i])
            r[i] = 2;
        else
            r[i] = 3;
        if (!(x[i] > 0) && y[i] != x[i])
            r[i] += 10;
    }

    internal static void WhileLess(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<int> r)
    {
        var (value, steps) = (x[i], 0);
        while (value < y[i] && steps < 9)
        {
            value += 1;
            steps++;
        }

        r[i] = steps;
    }

    internal static void Choose(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = x[i] < y[i] ? x[i] : y[i];

    internal static void IsNumber(Index1D i, ArrayView<T> x, ArrayView<bool> r) => r[i] = !T.IsNaN(x[i]);

    internal static void IsFinite(Index1D i, ArrayView<T> x, ArrayView<bool> r) => r[i] = T.IsFinite(x[i]);

    internal static void IsInfinity(Index1D i, ArrayView<T> x, ArrayView<bool> r) => r[i] = T.IsInfinity(x[i]);

    internal static void Increment(Index1D i, ArrayView<T> x, ArrayView<T> r)
    {
        var value = x[i];
        r[i] = value++;
        r[i + 1024] = --value;
    }

    internal static void Compound(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r)
    {
        r[i] += x[i];
        r[i] *= y[i];
        r[i] -= x[i];
        r[i] /= 3;
        r[i] %= 50;
    }

    internal static void SmallestOfFramework(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = T.Min(x[i], y[i]);

    internal static void LargestOfFramework(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = T.Max(x[i], y[i]);

    internal static void Magnitude(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = T.Abs(x[i]);

    internal static void SquareRoot(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = T.Sqrt(x[i]);

    internal static void Floor(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = T.Floor(x[i]);

    internal static void Ceiling(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = T.Ceiling(x[i]);

    internal static void Truncate(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = T.Truncate(x[i]);

    internal static void Round(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = T.Round(x[i]);

    internal static void Fused(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> z, ArrayView<T> r) => r[i] = T.FusedMultiplyAdd(x[i], y[i], z[i]);

    internal static void WithSign(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r) => r[i] = T.CopySign(x[i], y[i] < 0 ? -1 : y[i]);

    internal static void Limited(Index1D i, ArrayView<T> x, ArrayView<T> r) => r[i] = T.Clamp(x[i], -1, 2);

    internal static void Mixed(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r)
    {
        T sum = 0;
        for (var n = 1; n <= 5; n++)
            sum = (sum * y[i]) + (x[i] / n);
        r[i] = sum;
    }
}
