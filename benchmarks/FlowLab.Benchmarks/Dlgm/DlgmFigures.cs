using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FlowLab.Benchmarks.Peers;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>Training steps per second of the paper's MNIST model, FlowLab and the peer in turns, after a check that they compute the same.</summary>
internal sealed class DlgmFigures(Peer peer)
{
    private const int Batch = 100;
    private const int Windows = 7;
    private const double WindowSeconds = 0.8;
    private const double Tolerance = 1e-3;

    public int Print(bool alone)
    {
        if (!alone && peer.Absence is { } reason)
        {
            Console.Error.WriteLine($"The peer is not here: {reason}.");
            return 2;
        }
        if (!alone && !Agree())
            return 1;
        foreach (int length in new[] { 0, 10, 40, 80 })
            Compare(length, 1, alone);
        Compare(80, 4, alone);
        return 0;
    }

    private bool Agree()
    {
        foreach (int length in new[] { 0, 3 })
        {
            double difference = DlgmAgreement.LargestDifference(peer, length);
            Figure.Print($"dlgm.agreement.K{length}", difference, "relative");
            if (!(difference < Tolerance))
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The contenders disagree by {difference:g3} > {Tolerance}: no speeds are compared."));
                return false;
            }
        }
        return true;
    }

    private void Compare(int length, int seeds, bool alone)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"dlgm.planar.K{length}.seeds{seeds}");
        (List<double> rates, double share) = Measure(length, seeds);
        IReadOnlyList<JsonElement> lines = alone ? [] : peer.Dlgm(
            "--K", length.ToString(CultureInfo.InvariantCulture), "--batch", Batch.ToString(CultureInfo.InvariantCulture), "--seeds",
            seeds.ToString(CultureInfo.InvariantCulture), "--variants", "autograd,script,manual", "--repeats", "7", "--skip-check");
        if (!alone)
            rates.AddRange(Measure(length, seeds).Rates);
        double own = Figure.Median(rates.Count % 2 == 0 ? rates[1..] : rates);
        Figure.Print($"{name}.flowlab", own * seeds, "seed-steps/s");
        if (seeds == 1)
            Figure.Print($"{name}.flowlab_share_of_products", share * own, "of the time");
        foreach (JsonElement line in lines)
        {
            double theirs = 1000 / line.GetProperty("ms").GetDouble();
            string variant = line.GetProperty("variant").GetString()!;
            Figure.Print($"{name}.{variant}", theirs * seeds, "seed-steps/s");
            Figure.Print($"{name}.flowlab_over_{variant}", own / theirs, "x");
        }
    }

    /// <summary>Steps per second, and the seconds that the matrix products of a step take alone.</summary>
    private static (List<double> Rates, double ProductSeconds) Measure(int length, int seeds)
    {
        using DlgmCell cell = new(DlgmSizes.Paper, length, seeds, Batch);
        List<double> rates = Windowed(cell.Session.Step, cell.Session.Accelerator.Synchronize);
        if (seeds > 1)
            return (rates, 0);
        using DlgmProducts products = new(cell, DlgmSizes.Paper, length, Batch);
        return (rates, 1 / Figure.Median(Windowed(products.Run, cell.Session.Accelerator.Synchronize)));
    }

    private static List<double> Windowed(Action step, Action synchronize)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < 1.5)
            step();
        List<double> rates = [];
        for (int window = 0; window < Windows; window++)
        {
            int steps = 0;
            synchronize();
            watch.Restart();
            while (watch.Elapsed.TotalSeconds < WindowSeconds)
            {
                step();
                steps++;
            }
            synchronize();
            rates.Add(steps / watch.Elapsed.TotalSeconds);
        }
        return rates;
    }
}
