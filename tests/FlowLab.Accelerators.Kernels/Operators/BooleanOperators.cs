namespace FlowLab.Accelerators.Tests.Kernels.Operators;

/// <summary>Every operator of truth values.</summary>
[KernelFamily]
internal static class BooleanOperators
{
    internal static void And(Index1D i, ArrayView<bool> x, ArrayView<bool> y, ArrayView<bool> r) => r[i] = x[i] & y[i];

    internal static void Or(Index1D i, ArrayView<bool> x, ArrayView<bool> y, ArrayView<bool> r) => r[i] = x[i] | y[i];

    internal static void Xor(Index1D i, ArrayView<bool> x, ArrayView<bool> y, ArrayView<bool> r) => r[i] = x[i] ^ y[i];

    internal static void Not(Index1D i, ArrayView<bool> x, ArrayView<bool> r) => r[i] = !x[i];

    internal static void Equal(Index1D i, ArrayView<bool> x, ArrayView<bool> y, ArrayView<bool> r) => r[i] = x[i] == y[i];

    internal static void NotEqual(Index1D i, ArrayView<bool> x, ArrayView<bool> y, ArrayView<bool> r) => r[i] = x[i] != y[i];

    internal static void AndAlso(Index1D i, ArrayView<bool> x, ArrayView<bool> y, ArrayView<bool> r) => r[i] = x[i] && y[i];

    internal static void OrElse(Index1D i, ArrayView<bool> x, ArrayView<bool> y, ArrayView<bool> r) => r[i] = x[i] || !y[i];

    internal static void Choose(Index1D i, ArrayView<bool> x, ArrayView<bool> y, ArrayView<bool> z, ArrayView<bool> r) => r[i] = x[i] ? y[i] : z[i];

    internal static void ChooseNumber(Index1D i, ArrayView<bool> x, ArrayView<int> y, ArrayView<int> r) => r[i] = x[i] ? y[i] : -y[i];

    internal static void ToNumber(Index1D i, ArrayView<bool> x, ArrayView<int> r) => r[i] = x[i] ? 1 : 0;

    internal static void Compound(Index1D i, ArrayView<bool> x, ArrayView<bool> y, ArrayView<bool> r)
    {
        r[i] &= x[i];
        r[i] |= y[i];
        r[i] ^= x[i];
    }

    internal static void OfComparisons(Index1D i, ArrayView<int> x, ArrayView<int> y, ArrayView<bool> r)
    {
        var isLess = x[i] < y[i];
        var isSmall = x[i] < 10;
        r[i] = isLess == isSmall || (isLess ^ (y[i] > 3));
    }

    internal static void Loop(Index1D i, ArrayView<bool> x, ArrayView<int> n, ArrayView<int> r)
    {
        var flag = x[i];
        for (var j = 0; j < n[i]; j++)
        {
            r[i] += flag ? j : -1;
            flag = !flag || j == 5;
        }
    }
}
