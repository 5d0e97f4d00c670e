namespace FlowLab.Accelerators.Tests.Compiler;

/// <summary>Every control shape of C#.</summary>
public class ControlFlowTests
{
    private static IEnumerable<TestCaseData> Kernels() => new Action<Index1D, ArrayView<int>, ArrayView<int>>[]
    {
        IfElse, NestedLoops, BreakAndContinue, Switch, SwitchExpression, ShortCircuit, Ternary, DoWhile, EarlyReturn, ReturnFromLoop, While,
        TwoPhis, SwapInLoop, BooleanVariable, MultipleReturns, LoopInCallInLoop, ConstantConditions, NullableFree, GotoOut, ZeroTrips,
    }.Select(kernel => new TestCaseData(kernel).SetArgDisplayNames(kernel.Method.Name));

    [TestCaseSource(nameof(Kernels))]
    public void Control_flow_is_that_of_the_method(Action<Index1D, ArrayView<int>, ArrayView<int>> kernel)
    {
        using var test = new Differential();
        test.Check(kernel, 24, test.View([.. Enumerable.Range(-6, 24)]), test.View(new int[48]));
    }

    private static void IfElse(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        if (a[i] > 3)
            r[i] = a[i] * 2;
        else if (a[i] > 0)
            r[i] = -a[i];
        else
            r[i + 24] = 1;
    }

    private static void NestedLoops(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int sum = 0;
        for (int j = 0; j < a[i]; j++)
        {
            for (int k = j; k < 5; k++)
                sum += j * k + a[i] * 3;
            sum ^= j;
        }

        r[i] = sum;
    }

    private static void BreakAndContinue(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int sum = 0;
        for (int j = 0; j < 20; j++)
        {
            if (j % 3 == 0)
                continue;
            if (j > a[i])
                break;
            sum += j;
        }

        r[i] = sum;
    }

    private static void Switch(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        switch (a[i])
        {
            case 0:
                r[i] = 10;
                break;
            case 1:
            case 2:
                r[i] = 20;
                break;
            case 3:
                r[i] = 30;
                return;
            case 4:
                r[i] = 40;
                goto case 0;
            case 5:
                r[i] = 50;
                break;
            default:
                r[i] = -1;
                break;
        }

        r[i + 24] = 7;
    }

    private static void SwitchExpression(Index1D i, ArrayView<int> a, ArrayView<int> r) =>
        r[i] = (a[i] & 7) switch { 0 => 5, 1 => a[i], 2 => a[i] * 2, 3 => 1, 4 => 9, > 5 => 77, _ => -3 };

    private static void ShortCircuit(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        bool both = a[i] > 0 && 12 / a[i] > 2;
        bool either = a[i] <= 0 || 12 % a[i] == 0;
        r[i] = (both ? 1 : 0) + (either ? 2 : 0) + (both != either ? 4 : 0) + (!both && (either || i > 3) ? 8 : 0);
    }

    private static void Ternary(Index1D i, ArrayView<int> a, ArrayView<int> r) =>
        r[i] = (a[i] > 0 ? a[i] : -a[i]) + (a[i] % 2 == 0 ? (a[i] > 4 ? 100 : 200) : 300) + (i > 3 ? a[i] > 2 ? 1 : 0 : 5);

    private static void DoWhile(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int value = a[i], rounds = 0;
        do
        {
            value = value % 2 == 0 ? value / 2 : 3 * value + 1;
            rounds++;
        }
        while (value > 1 && rounds < 50);
        r[i] = rounds;
    }

    private static void EarlyReturn(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        if (a[i] < 0)
            return;
        r[i] = 1;
        if (a[i] % 2 == 0)
            return;
        r[i + 24] = 2;
    }

    private static void ReturnFromLoop(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        for (int j = 0; j < 10; j++)
        {
            r[i] += j;
            if (j == a[i])
                return;
        }

        r[i] = -r[i];
    }

    private static void While(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int x = a[i] & 31, y = 12;
        while (y != 0)
            (x, y) = (y, x % y);
        r[i] = x;
    }

    private static void TwoPhis(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int x = 1, y = 2;
        if (a[i] > 2)
            (x, y) = (y, x);
        else
            x = a[i];
        r[i] = x * 10 + y;
    }

    private static void SwapInLoop(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int x = 0, y = 1;
        for (int j = 0; j < (a[i] & 15); j++)
            (x, y) = (y, x + y);
        r[i] = x;
    }

    private static void BooleanVariable(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        bool seen = false;
        for (int j = 0; j < 6; j++)
            seen |= a[i] == j && j != 3;
        seen ^= i > 10;
        r[i] = seen ? 1 : 0;
    }

    private static void MultipleReturns(Index1D i, ArrayView<int> a, ArrayView<int> r) => r[i] = Classify(a[i]) * 10 + Classify(a[i] + 3);

    private static int Classify(int x)
    {
        if (x < 0)
            return 1;
        for (int j = 0; j < x; j++)
        {
            if (j * j > x)
                return j;
        }

        return 9;
    }

    private static void LoopInCallInLoop(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int total = 0;
        for (int j = 0; j < Limit(a[i]); j++)
            total += Sum(a[i] & 3, j);
        r[i] = total;
    }

    private static int Limit(int x) => x > 4 ? 4 : x;

    private static int Sum(int from, int to)
    {
        int sum = 0;
        for (; from <= to; from++)
            sum += from;
        return sum;
    }

    private static void ConstantConditions(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int x = sizeof(int) == 4 ? a[i] : 1 / a[i];
        while (true)
        {
            x += 3;
            if (x > 20)
                break;
        }

        r[i] = x;
    }

    private static void NullableFree(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int? best = null;
        for (int j = 0; j < 4; j++)
        {
            if ((a[i] + j) % 3 == 0)
                best = j;
        }

        r[i] = best.HasValue ? best.GetValueOrDefault() : -1;
    }

    private static void GotoOut(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        for (int j = 0; j < 5; j++)
        {
            for (int k = 0; k < 5; k++)
            {
                if (j * k == a[i])
                    goto found;
            }
        }

        r[i] = -1;
        return;
    found:
        r[i] = 1;
    }

    private static void ZeroTrips(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int sum = 0;
        for (int j = 0; j < a[i] - 8; j++)
            sum += 100 / (a[i] - 8);
        r[i] = sum;
    }
}
