using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FlowLab.Accelerators.Simd;
using FlowLab.Benchmarks.Peers;
using FlowLab.Engine.Ceilings;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>Training steps per second of the paper's MNIST model, FlowLab and the peer in turns, after a check that they compute the same.</summary>
internal sealed class DlgmFigures(Peer peer)
{
    private const int Batch = 100;
    private const int Windows = 7;
    private const double WindowSeconds = 0.8;
    private const double Tolerance = 1e-3;

    private TorchSharpPeer? _torchSharp;
    private FmaPeak? _operations;
    private MemoryPeak? _bytes;

    public int Print(bool alone)
    {
        if (!alone && peer.Unfitness is { } reason)
        {
            Console.Error.WriteLine($"The peer cannot be compared: {reason}.");
            return 2;
        }
        if (!alone && TorchSharpPeer.Instance is var torchSharp)
        {
            _torchSharp = torchSharp.Absence is null ? torchSharp : null;
            Console.Error.WriteLine(torchSharp.Absence is { } why ? $"TorchSharp is left out: {why}." : "TorchSharp takes part.");
        }
        if (!alone && !Agree())
            return 1;
        foreach (int length in new[] { 0, 10, 40, 80 })
            Compare(length, 1, alone);
        Compare(80, 8, alone);
        return 0;
    }

    private bool Agree()
    {
        foreach (int length in new[] { 0, 3 })
        {
            if (!Agrees($"dlgm.agreement.K{length}", DlgmAgreement.LargestDifference(input => peer.Compare("dlgm_gradient.py", input), length)))
                return false;
            if (_torchSharp is not null && !Agrees($"dlgm.agreement.torchsharp.K{length}", DlgmAgreement.LargestDifference(input => _torchSharp.Compare("latent", input), length)))
                return false;
        }
        return true;
    }

    private static bool Agrees(string name, double difference)
    {
        Figure.Print(name, difference, "relative");
        if (difference < Tolerance)
            return true;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The contenders disagree by {difference:g3} > {Tolerance}: no speeds are compared."));
        return false;
    }

    private void Compare(int length, int seeds, bool alone)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"dlgm.planar.K{length}.seeds{seeds}");
        (List<double> rates, double products, double floor, double lowest) = Measure(length, seeds);
        List<JsonElement> lines = alone ? [] : [.. peer.Dlgm(
            "autograd,script,manual", "--K", length.ToString(CultureInfo.InvariantCulture), "--batch", Batch.ToString(CultureInfo.InvariantCulture), "--seeds",
            seeds.ToString(CultureInfo.InvariantCulture), "--skip-check")];
        if (_torchSharp is not null)
            lines.Add(_torchSharp.Latent(length, Batch, seeds));
        if (!alone)
            rates.AddRange(Measure(length, seeds).Rates);
        double own = Figure.Median(rates.Count % 2 == 0 ? rates[1..] : rates);
        Figure.Print($"{name}.flowlab", own * seeds, "seed-steps/s");
        if (seeds == 1)
        {
            Figure.Print($"{name}.products_in_full_over_flowlab", products * own, "x");
            Figure.Print($"{name}.floor", 1e3 * floor, "ms");
            Figure.Print($"{name}.floor_over_flowlab", floor * own, "x");
            Figure.Print($"{name}.floor_without_zeros", 1e3 * lowest, "ms");
            Figure.Print($"{name}.floor_without_zeros_over_flowlab", lowest * own, "x");
        }
        foreach (JsonElement line in lines)
        {
            double theirs = 1000 / line.GetProperty("ms").GetDouble();
            string variant = line.GetProperty("variant").GetString()!;
            Figure.Print($"{name}.{variant}", theirs * seeds, "seed-steps/s");
            Figure.Print($"{name}.flowlab_over_{variant}", own / theirs, "x");
        }
    }

    /// <summary>Steps per second, the seconds that the matrix products of a step take alone, and the floors of a step in seconds.</summary>
    private (List<double> Rates, double ProductSeconds, double Floor, double Lowest) Measure(int length, int seeds)
    {
        using DlgmCell cell = new(DlgmSizes.Paper, length, seeds, Batch);
        List<double> rates = Windowed(cell.Session.Step, cell.Session.Accelerator.Synchronize);
        if (seeds > 1)
            return (rates, 0, 0, 0);
        using DlgmProducts products = new(cell, DlgmSizes.Paper, length, Batch);
        return (rates, 1 / Figure.Median(Windowed(products.Run, cell.Session.Accelerator.Synchronize)), Floor(cell, products.Operations), Floor(cell, products.OperationsWithoutZeros));
    }

    /// <summary>
    /// The products' operations at the peak of fused multiply-adds, and after them one pass over weights, gradients and the optimizer's two buffers at the peak of
    /// memory: the gradient is read, the others are read and written. Where caches hold a part of them, a step can be faster; and FlowLab skips operations with zeros, so that
    /// only the floor without them is one.
    /// </summary>
    private double Floor(DlgmCell cell, double operations)
    {
        var accelerator = (SimdAccelerator)cell.Accelerator;
        _operations ??= FmaPeak.Measure(accelerator);
        _bytes ??= MemoryPeak.Measure(accelerator);
        return operations / _operations.Rate + 7.0 * sizeof(float) * cell.Session.Definition.ParameterCount / _bytes.Rate;
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
