using System.Diagnostics;
using System.Globalization;

namespace FlowLab.Benchmarks.Toy2d;

/// <summary>Microseconds per training step of 2-D flows on one thread and on all of them, in turns, after a check that both train the same bits.</summary>
internal static class ThreadFigures
{
    private const int Batch = 1000;
    private const int CheckedSteps = 20;
    private const int Rounds = 9;
    private const double WarmSeconds = 1.5;
    private const double TurnSeconds = 0.3;

    /// <summary>Before a turn begins to count: the other's threads go to sleep, own ones wake up, and launches are tried on one thread and on all.</summary>
    private const double UncountedSeconds = 0.2;

    public static int Print()
    {
        foreach (int length in new[] { 2, 4, 8, 16, 32 })
        {
            if (!Compare("planar", length, 1))
                return 1;
        }

        foreach (int length in new[] { 2, 8, 32 })
        {
            if (!Compare("nice-perm", length, 1))
                return 1;
        }

        return Compare("planar", 32, 8) ? 0 : 1;
    }

    private static bool Compare(string flow, int length, int seeds)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"threads.{flow}.K{length}.seeds{seeds}");
        using Toy2dCell one = new(flow, length, seeds, Batch, 1), all = new(flow, length, seeds, Batch);
        if (!Trained(one).AsSpan().SequenceEqual(Trained(all)))
        {
            Console.Error.WriteLine($"{name}: one thread and all of them train different parameters in {CheckedSteps} steps: no times are compared.");
            return false;
        }

        foreach (Toy2dCell cell in new[] { one, all })
            Run(cell, WarmSeconds);
        var microseconds = new double[2][];
        (microseconds[0], microseconds[1]) = (new double[Rounds], new double[Rounds]);
        for (int round = 0; round < Rounds; round++)
        {
            microseconds[0][round] = Turn(one);
            microseconds[1][round] = Turn(all);
        }

        double alone = Figure.Median(microseconds[0]), together = Figure.Median(microseconds[1]);
        Figure.Print($"{name}.one", alone, "us/step");
        Figure.Print($"{name}.all", together, "us/step");
        Figure.Print($"{name}.one_over_all", Figure.Median(microseconds[0].Zip(microseconds[1], (first, second) => first / second)), "x");
        return true;
    }

    private static float[] Trained(Toy2dCell cell)
    {
        for (int step = 0; step < CheckedSteps; step++)
            cell.Session.Step();
        return cell.Session.ReadState().Parameters;
    }

    private static double Turn(Toy2dCell cell)
    {
        Run(cell, UncountedSeconds);
        return Run(cell, TurnSeconds);
    }

    /// <summary>Microseconds per step.</summary>
    private static double Run(Toy2dCell cell, double seconds)
    {
        int steps = 0;
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            cell.Session.Step();
            steps++;
        }

        cell.Session.Accelerator.Synchronize();
        return watch.Elapsed.TotalMicroseconds / steps;
    }
}
