using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FlowLab.Benchmarks.Peers;

namespace FlowLab.Benchmarks.Toy2d;

/// <summary>Training steps per second of planar and NICE-perm flows on U1, FlowLab and the peer in turns, after a check that they compute the same.</summary>
internal sealed class Toy2dFigures(Peer peer)
{
    private const int Batch = 1000;
    private const int Windows = 7;
    private const double WindowSeconds = 0.5;
    private const double Tolerance = 2e-3;

    private TorchSharpPeer? _torchSharp;

    public int Print()
    {
        if (peer.Unfitness is { } reason)
        {
            Console.Error.WriteLine($"The peer cannot be compared: {reason}.");
            return 2;
        }
        TorchSharpPeer torchSharp = TorchSharpPeer.Instance;
        _torchSharp = torchSharp.Absence is null ? torchSharp : null;
        Console.Error.WriteLine(torchSharp.Absence is { } why ? $"TorchSharp is left out: {why}." : "TorchSharp takes part.");
        if (!Agrees("toy2d.agreement", Toy2dAgreement.LargestDifference("planar", input => peer.Compare("planar_gradient.py", input), 5)))
            return 1;
        if (_torchSharp is not null && !Agrees("toy2d.agreement.torchsharp", Toy2dAgreement.LargestDifference("planar", input => _torchSharp.Compare("toy2d", input), 5)))
            return 1;
        if (!Agrees("toy2d.agreement.nice", Toy2dAgreement.LargestDifference("nice-perm", input => peer.Compare("nice_gradient.py", input), 5)))
            return 1;
        foreach (int length in new[] { 2, 8, 32 })
            Compare("planar", length, 1);
        Compare("planar", 32, 8);
        foreach (int length in new[] { 2, 8, 32 })
            Compare("nice-perm", length, 1);
        return 0;
    }

    private static bool Agrees(string name, double difference)
    {
        Figure.Print(name, difference, "relative");
        if (difference < Tolerance)
            return true;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The contenders disagree by {difference:g3} > {Tolerance}: no speeds are compared."));
        return false;
    }

    private void Compare(string flow, int length, int seeds)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"toy2d.{flow}.K{length}.seeds{seeds}");
        List<double> rates = Measure(flow, length, seeds);
        List<JsonElement> lines = [.. peer.Toy2d(
            Variants(flow, seeds), "--flow", flow, "--K", length.ToString(CultureInfo.InvariantCulture), "--batch", Batch.ToString(CultureInfo.InvariantCulture), "--seeds",
            seeds.ToString(CultureInfo.InvariantCulture), "--skip-check")];
        if (_torchSharp is not null && flow == "planar")
            lines.Add(_torchSharp.Toy2d(length, Batch, seeds));
        rates.AddRange(Measure(flow, length, seeds));
        rates.RemoveAt(0);
        double own = Figure.Median(rates);
        Figure.Print($"{name}.flowlab", own * seeds, "seed-steps/s");
        foreach (JsonElement line in lines)
        {
            double theirs = line.GetProperty("steps_per_s").GetProperty("median").GetDouble();
            string variant = line.GetProperty("variant").GetString()!;
            Figure.Print($"{name}.{variant}", theirs * seeds, "seed-steps/s");
            Figure.Print($"{name}.flowlab_over_{variant}", own / theirs, "x");
        }
    }

    private string Variants(string flow, int seeds) => flow != "planar" ? "autograd,manual" : peer.HasNormflows && seeds == 1 ? "normflows,autograd,script,manual" : "autograd,script,manual";

    private static List<double> Measure(string flow, int length, int seeds)
    {
        using Toy2dCell cell = new(flow, length, seeds, Batch);
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < 2)
            cell.Session.Step();
        List<double> rates = [];
        for (int window = 0; window < Windows; window++)
        {
            int steps = 0;
            watch.Restart();
            while (watch.Elapsed.TotalSeconds < WindowSeconds)
            {
                cell.Session.Step();
                steps++;
            }
            cell.Session.Accelerator.Synchronize();
            rates.Add(steps / watch.Elapsed.TotalSeconds);
        }
        return rates;
    }
}
