namespace FlowLab.Accelerators.Tests.Kernels.Control;

/// <summary>Loops of every shape.</summary>
[KernelFamily(Extents = [1, 7, 96])]
internal static class LoopKernels
{
    internal static void For(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var sum = 0;
        for (var j = 0; j < n[i]; j++)
            sum += j * j;
        r[i] = sum;
    }

    internal static void ForDown(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var sum = 1;
        for (var j = n[i]; j > 0; j -= 3)
            sum = (sum * 7) + j;
        r[i] = sum;
    }

    internal static void Uniform(Index1D i, int n, ArrayView<float> x, ArrayView<float> r)
    {
        var sum = 0f;
        for (var j = 0; j < n; j++)
            sum += x[(i * n) + j];
        r[i] = sum;
    }

    internal static void Constant(Index1D i, ArrayView<float> x, ArrayView<float> r)
    {
        var sum = 0f;
        for (var j = 0; j < 4; j++)
            sum = (sum * 0.5f) + x[i + j];
        r[i] = sum;
    }

    internal static void While(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var value = n[i];
        while (value > 1)
            value -= (value / 2) + 1;
        r[i] = value;
    }

    internal static void DoWhile(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var (value, steps) = (n[i], 0);
        do
        {
            value += 3;
            steps++;
        }
        while (value < 10);
        r[i] = (value * 100) + steps;
    }

    internal static void Break(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var j = 0;
        for (; j < 20; j++)
        {
            if (j * j > n[i] * 3)
                break;
        }

        r[i] = j;
    }

    internal static void Continue(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var sum = 0;
        for (var j = 0; j < 15; j++)
        {
            if ((j + n[i]) % 3 == 0)
                continue;
            sum += j;
        }

        r[i] = sum;
    }

    internal static void BreakAndContinue(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var sum = 0;
        for (var j = -3; ; j++)
        {
            if (j < 0)
                continue;
            if (j > n[i])
                break;
            if (j % 2 == 1)
                continue;
            sum += j;
            if (sum > 30)
                break;
            r[i + 100] = sum;
        }

        r[i] = sum;
    }

    internal static void Return(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        for (var j = 0; j < 10; j++)
        {
            if (j == n[i])
            {
                r[i] = 100 + j;
                return;
            }

            r[i + 100] = j;
        }

        r[i] = -1;
    }

    internal static void Nested(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var sum = 0;
        for (var j = 0; j < n[i]; j++)
        {
            for (var k = j; k < 7; k++)
                sum += (j * k) + n[k];
            sum ^= j;
        }

        r[i] = sum;
    }

    internal static void BreakOutOfInner(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var sum = 0;
        for (var j = 0; j < 6; j++)
        {
            for (var k = 0; k < 9; k++)
            {
                if (k + j > n[i])
                    break;
                if (k == 4)
                    continue;
                sum += k;
            }

            sum = (sum * 3) + 1;
        }

        r[i] = sum;
    }

    internal static void GotoOutOfBoth(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var sum = 0;
        for (var j = 0; j < 8; j++)
        {
            for (var k = 0; k < 8; k++)
            {
                sum += k;
                if (sum > n[i] * 4)
                    goto done;
            }

            sum += 100;
        }

    done:
        r[i] = sum;
    }

    internal static void ThreeDeep(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var sum = 0;
        for (var a = 0; a < 3; a++)
        {
            for (var b = a; b < n[i] && b < 6; b++)
            {
                var c = b;
                while (c > 0)
                {
                    sum += c;
                    c /= 2;
                }
            }
        }

        r[i] = sum;
    }

    internal static void NeverEntered(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var value = 5;
        for (var j = 10; j < 10; j++)
            value = n[i];
        while (n[i] > 1000)
            value++;
        r[i] = value;
    }

    internal static void SwapsItsVariables(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var (a, b) = (0, 1);
        for (var j = 0; j < n[i]; j++)
            (a, b) = (b, a + b);
        r[i] = a;
    }

    internal static void RotatesItsVariables(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var (a, b, c) = (1, 2, 3);
        for (var j = 0; j < n[i]; j++)
            (a, b, c) = (b, c, a);
        r[i] = (a * 100) + (b * 10) + c;
    }

    internal static void UsesLastValue(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        int last = -1, j;
        for (j = 0; j < n[i]; j++)
            last = j ^ i;
        r[i] = last;
        r[i + 100] = j;
    }

    internal static void ReadsWhatItWrote(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        for (var j = 0; j < n[i]; j++)
            r[i] = (r[i] * 3) + j;
    }

    internal static void DependsOnLoads(Index1D i, ArrayView<int> at, ArrayView<int> r)
    {
        var place = (int)i;
        for (var j = 0; j < 6; j++)
            place = at[place];
        r[i] = place;
    }

    internal static void ConditionWithEffects(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var j = 0;
        while (j++ < n[i] && j < 9)
            r[i] += j;
        r[i + 100] = j;
    }

    internal static void InBranch(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        if (n[i] > 6)
        {
            for (var j = 0; j < n[i]; j++)
                r[i] += j;
        }
        else
        {
            var value = n[i] + 20;
            while (value > 3)
                value -= 4;
            r[i] = value;
        }

        r[i] += 1000;
    }

    internal static void WithUniformBranch(Index1D i, int n, ArrayView<int> x, ArrayView<int> r)
    {
        for (var j = 0; j < 5; j++)
        {
            if (n > 3)
                r[i] += x[i] & j;
            else
                r[i] -= 1;
        }
    }

    internal static void LongCounter(Index1D i, ArrayView<long> n, ArrayView<long> r)
    {
        var sum = 0L;
        for (var j = 0L; j < n[i]; j++)
            sum += j << 33;
        r[i] = sum;
    }

    internal static void UnsignedCounter(Index1D i, ArrayView<uint> x, ArrayView<uint> r)
    {
        var (value, steps) = (x[i], 0u);
        while (value >= 2)
        {
            value >>= 3;
            steps++;
        }

        r[i] = steps;
    }

    internal static void FloatCounter(Index1D i, ArrayView<float> x, ArrayView<float> r)
    {
        var steps = 0f;
        for (var value = MathF.Min(MathF.Abs(x[i]), 64f); value > 0.25f; value *= 0.5f)
            steps += 1f;
        r[i] = steps;
    }

    internal static void Newton(Index1D i, ArrayView<float> x, ArrayView<float> r)
    {
        var target = MathF.Min(MathF.Abs(x[i]), 1e10f);
        var root = target > 1f ? target : 1f;
        for (var step = 0; step < 60; step++)
        {
            var next = 0.5f * (root + (target / root));
            if (next == root)
                break;
            root = next;
        }

        r[i] = root;
    }

    internal static void GreatestDivisor(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var (a, b) = (n[i] + 30, 36);
        while (b != 0)
            (a, b) = (b, a % b);
        r[i] = a;
    }

    internal static void TwoExits(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var sum = 0;
        for (var j = 0; j < 12; j++)
        {
            if (n[i] + j == 11)
            {
                sum += 1000;
                break;
            }

            sum += j;
            if (sum > 25)
            {
                sum = -sum;
                break;
            }
        }

        r[i] = sum;
    }

    internal static void Backwards(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        for (var j = 3; j >= 0; j--)
            r[(i * 4) + j] = n[i] - j;
    }

    internal static void Bits(Index1D i, ArrayView<int> x, ArrayView<int> r)
    {
        var count = 0;
        for (var rest = x[i]; rest != 0; rest &= rest - 1)
            count++;
        r[i] = count;
    }
}
