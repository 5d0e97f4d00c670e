using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Tests.Kernels.Control;

/// <summary>Calls, which are inlined: with several returns, in loops, by reference.</summary>
[KernelFamily(Extents = [1, 7, 96])]
internal static class CallKernels
{
    internal static void Simple(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[i] = Twice(n[i]) + Twice(i);

    internal static void SeveralReturns(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[i] = Classify(n[i]) + (10 * Classify(n[i] - 8));

    internal static void LoopInCallInLoop(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        for (var j = 0; j < 4; j++)
            r[i] += SumTo(n[i] - j);
    }

    internal static void Refs(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var (a, b) = (n[i], 5);
        Order(ref a, ref b);
        r[i] = (a * 100) + b;
    }

    internal static void RefToElement(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        Raise(ref r[i], n[i]);
        Raise(ref r[i], 3);
    }

    internal static void Outs(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        Divide(n[i] + 40, out var quotient, out var rest);
        r[i] = (quotient * 100) + rest;
    }

    internal static void Ins(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var value = n[i];
        r[i] = Sum(in value, in n[i]);
    }

    internal static void ChangedParameter(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[i] = CountDown(n[i]);

    internal static void Tuples(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var (smaller, larger) = Ordered(n[i], 7);
        r[i] = (smaller * 50) + larger;
    }

    internal static void LocalFunction(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        r[i] = Scaled(n[i]) + Scaled(2);

        static int Scaled(int value) => value > 3 ? value * 3 : value;
    }

    internal static void CapturingLocalFunction(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        var factor = n[i];
        r[i] = Scaled(3) + Scaled(i);

        int Scaled(int value) => value * factor;
    }

    internal static void NotInlinedByTheJit(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[i] = Kept(n[i]) - Kept(5);

    internal static void ThroughViews(Index1D i, ArrayView<int> n, ArrayView<int> r)
    {
        Write(r, i, Read(n, i + 1) + Read(n, i));
        Write(r.SubView(100, 200), i, 3);
    }

    internal static void Extension(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[i] = n[i].Limited(3, 9).Limited(0, 8);

    internal static void DefaultsAndNames(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[i] = Combine(n[i]) + Combine(n[i], second: 2) + Combine(third: 1, first: 4);

    private static int Twice(int value) => value + value;

    private static int Classify(int value)
    {
        if (value < 0)
            return 1;
        if (value > 10)
        {
            if (value % 2 == 0)
                return 2;
            return 3;
        }

        for (var j = 0; j < value; j++)
        {
            if (j * j == value)
                return 4;
        }

        return 5;
    }

    private static int SumTo(int last)
    {
        var sum = 0;
        for (var j = 1; j <= last; j++)
            sum += j;
        return sum;
    }

    private static void Order(ref int a, ref int b)
    {
        if (a > b)
            (a, b) = (b, a);
    }

    private static void Raise(ref int target, int by)
    {
        if (by > 0)
            target += by;
        target ^= 1;
    }

    private static void Divide(int value, out int quotient, out int rest)
    {
        quotient = value / 7;
        rest = value - (quotient * 7);
    }

    private static int Sum(in int a, in int b) => a + (b * 10);

    private static int CountDown(int value)
    {
        var steps = 0;
        while (value > 0)
        {
            value -= 4;
            steps++;
        }

        return (steps * 10) - value;
    }

    private static (int Smaller, int Larger) Ordered(int a, int b) => a < b ? (a, b) : (b, a);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Kept(int value) => (value * 31) ^ 5;

    private static int Read(ArrayView<int> view, int place) => view[place];

    private static void Write(ArrayView<int> view, int place, int value) => view[place] = value;

    private static int Limited(this int value, int smallest, int largest) => value < smallest ? smallest : value > largest ? largest : value;

    private static int Combine(int first, int second = 3, int third = 5) => (first * 100) + (second * 10) + third;
}
