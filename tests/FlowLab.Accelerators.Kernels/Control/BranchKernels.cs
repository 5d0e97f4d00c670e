namespace FlowLab.Accelerators.Tests.Kernels.Control;

/// <summary>Branches of every shape.</summary>
[KernelFamily(Extents = [1, 7, 96])]
internal static class BranchKernels
{
    internal static void If(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        if (n[i] > 3)
            r[i] = n[i] * 2;
    }

    internal static void IfElse(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        if (n[i] > 3)
            r[i] = n[i] * 2;
        else
            r[i] = -n[i];
    }

    internal static void Chain(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        if (n[i] > 15)
            r[i] = 1;
        else if (n[i] > 10)
            r[i + 100] = 2;
        else if (n[i] > 5)
            r[i + 200] = 3;
        else if (n[i] == 0)
            r[i] = 4;
        else
            r[i + 300] = n[i];
    }

    internal static void Nested(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var value = 1;
        if (n[i] > 0)
        {
            if (n[i] % 2 == 0)
            {
                if (n[i] % 3 == 0)
                    value = 2;
                value += n[i];
            }
            else
            {
                value *= 10;
            }
        }

        r[i] = value;
    }

    internal static void SameInBoth(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        int value;
        if (n[i] > 3)
            value = n[i] + 1;
        else
            value = n[i] + 1;
        r[i] = value;
    }

    internal static void EmptySide(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        if (n[i] > 3)
        {
        }
        else
        {
            r[i] = 9;
        }
    }

    internal static void OnBothSidesOfStores(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        r[i] = 5;
        if (n[i] > 3)
            r[i] += 2;
        r[i] *= 3;
        if (n[i] < 10)
            r[i] -= 1;
        r[i + 500] = r[i];
    }

    internal static void Ternaries(Index1D i, ArrayView<int> n, ArrayView<int> r) =>
        r[i] = n[i] > 12 ? n[i] % 3 == 0 ? 1 : 2 : n[i] > 4 ? n[i] - 1 : n[i] < 0 ? -5 : 7;

    internal static void TernaryOfStores(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[n[i] > 0 ? i : i + 100] = n[i] > 0 ? n[i] : 0;

    internal static void And(Index1D i, ArrayView<int> n, ArrayView<int> x, ArrayView<int> r)
    {
        if (n[i] > 0 && x[i] < n[i] && x[i + 1] != 0)
            r[i] = 1;
    }

    internal static void Or(Index1D i, ArrayView<int> n, ArrayView<int> x, ArrayView<int> r)
    {
        if (n[i] > 10 || x[i] > 3 || n[i] == -1)
            r[i] = 1;
        else
            r[i] = 2;
    }

    internal static void AndOfOrs(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var value = n[i];
        if ((value > 10 || value < 0) && (value % 2 == 0 || value % 3 == 0) && !(value == 12 || value == -4))
            r[i] = value;
    }

    /// <summary>The second condition may only be looked at where the first one holds.</summary>
    internal static void Guard(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        if (n[i] != 0 && 60 / n[i] > 5)
            r[i] = 1;
        if (n[i] == 0 || 60 % n[i] == 0)
            r[i] += 2;
    }

    internal static void StoredCondition(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var isLarge = n[i] > 8;
        var isOdd = (n[i] & 1) == 1;
        var isEither = isLarge || isOdd;
        if (isEither && !(isLarge && isOdd))
            r[i] = 3;
        if (isEither == isOdd)
            r[i] += 4;
    }

    internal static void EarlyReturn(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        if (n[i] < 0)
            return;
        r[i] = 1;
        if (n[i] > 15)
            return;
        r[i] = 2;
        if (n[i] % 2 == 0)
        {
            r[i + 100] = 3;
            return;
        }

        r[i] += 40;
    }

    internal static void BoundsGuard(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        if (i >= 50)
            return;
        r[i] = n[i];
    }

    internal static void Goto(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var value = n[i];
        if (value > 10)
            goto large;
        value += 100;
        if (value < 98)
            goto done;
    large:
        value *= 2;
    done:
        r[i] = value;
    }

    internal static void BackwardGoto(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var (value, steps) = (n[i] + 10, 0);
    again:
        steps++;
        value = value % 2 == 0 ? value / 2 : (value * 3) + 1;
        if (value > 1 && steps < 40)
            goto again;
        r[i] = steps;
    }

    internal static void Uniform(Index1D i, int n, ArrayView<int> x, ArrayView<int> r)
    {
        if (n > 5)
            r[i] = x[i];
        else
            r[i] = -1;
        if (n < 5)
            r[i + 100] = 8;
    }

    internal static void OnIndex(Index1D i, ArrayView<int> r)
    {
        if (i % 4 == 1)
            r[i] = i;
        else if (i > 40)
            r[i] = -i;
    }

    internal static void ConstantConditions(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        const bool Never = false;
        if (Never || n[i] > 5)
            r[i] = 1;
        if (!Never && i < 1_000_000)
            r[i] += 2;
    }

    internal static void FloatConditions(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<int> r)
    {
        if (x[i] < y[i] && y[i] < 100f)
            r[i] = 1;
        else if (!(x[i] >= y[i]) || x[i] != x[i])
            r[i] = 2;
    }

    internal static void ManyAtOnce(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        int a = 1, b = 2, c = 3;
        if (n[i] > 4)
            (a, b, c) = (b, c, a);
        if (n[i] > 8)
            (a, b) = (b, a);
        else
            c += a;
        r[i] = (a * 100) + (b * 10) + c;
    }
}
