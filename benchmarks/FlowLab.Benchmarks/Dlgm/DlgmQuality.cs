using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using FlowLab.Benchmarks.Peers;
using FlowLab.Data;
using FlowLab.Engine.Evaluation;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>
/// The bound on MNIST's test points after the same updates in FlowLab and in the peer: one model, the same initial parameters of each of three
/// seeds, the same rule and learning rate; order of data and noise are each contender's own.
/// </summary>
internal sealed class DlgmQuality(Peer peer, string data)
{
    private const int Length = 10;
    private const int Batch = 100;
    private const int Updates = 20_000;
    private const int Draws = 20;
    private const double LearningRate = 1e-4;

    private static readonly int[] Seeds = [0, 1, 2];
    private static readonly DlgmSizes Sizes = new(784, 100, 40);

    public int Print()
    {
        if (peer.Absence is { } reason)
        {
            Console.Error.WriteLine($"The peer is not here: {reason}.");
            return 2;
        }
        DirectoryInfo folder = Directory.CreateTempSubdirectory("flowlab-quality-");
        try
        {
            using DlgmCell cell = DlgmCell.OfMnist(Sizes, Length, Seeds, Batch, LearningRate, data);
            string input = WriteCase(cell, folder.FullName);
            for (int update = 0; update < Updates; update++)
                cell.Session.Step();
            double[] own = Bounds(cell);
            double[] theirs = [.. peer.Compare("dlgm_quality.py", input).GetProperty("bounds").EnumerateArray().Select(bound => bound.GetDouble())];
            Report(own, theirs);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Report(double[] own, double[] theirs)
    {
        for (int i = 0; i < Seeds.Length; i++)
        {
            Figure.Print($"dlgm.quality.K{Length}.updates{Updates}.seed{Seeds[i]}.flowlab", own[i], "nats, test bound");
            Figure.Print($"dlgm.quality.K{Length}.updates{Updates}.seed{Seeds[i]}.peer", theirs[i], "nats, test bound");
        }
        Figure.Print($"dlgm.quality.K{Length}.flowlab_minus_peer", own.Average() - theirs.Average(), "nats, difference of means");
        Figure.Print($"dlgm.quality.K{Length}.spread", Math.Max(own.Max(), theirs.Max()) - Math.Min(own.Min(), theirs.Min()), "nats, greatest minus least of all seeds");
    }

    private static double[] Bounds(DlgmCell cell)
    {
        EvaluationSettings settings = new() { ImportanceSamples = Draws };
        IReadOnlyList<SeedMetric> metrics = new LatentEvaluator(cell.Session, settings).Measure();
        return [.. metrics.Where(metric => metric.Metric.Name == "test_bound").Select(metric => metric.Value)];
    }

    private static string WriteCase(DlgmCell cell, string folder)
    {
        float[] parameters = cell.Session.ReadState().Parameters;
        string[] files = [.. Seeds.Select((_, position) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"seed{position}.f32")))];
        for (int i = 0; i < files.Length; i++)
            File.WriteAllBytes(files[i], MemoryMarshal.AsBytes(parameters.AsSpan(i * cell.Model.ParameterCount, cell.Model.ParameterCount)).ToArray());
        return JsonSerializer.Serialize(new
        {
            pixels = Sizes.Pixels, hidden = Sizes.Hidden, latents = Sizes.Latents, length = Length, batch = Batch, updates = Updates,
            learningRate = LearningRate, draws = Draws, threads = Environment.ProcessorCount, parameters = files,
            training = WritePoints(cell, DataSubset.Training, folder), test = WritePoints(cell, DataSubset.Test, folder),
        });
    }

    private static string WritePoints(DlgmCell cell, DataSubset subset, string folder)
    {
        IPointDataset points = (IPointDataset)cell.Data;
        string path = Path.Combine(folder, $"{subset}.u8");
        using FileStream file = File.Create(path);
        using MemoryBuffer1D<float, Stride1D.Dense> buffer = cell.Accelerator.Allocate1D<float>((long)points.Dimension * Batch);
        byte[] row = new byte[points.Dimension];
        for (int first = 0; first < points.Count(subset); first += Batch)
        {
            points.Gather(new DataGather(subset, first, 1, new SampleView(buffer.View, points.Dimension, Batch)));
            float[] values = buffer.GetAsArray1D();
            for (int point = 0; point < Math.Min(Batch, points.Count(subset) - first); point++)
            {
                for (int i = 0; i < row.Length; i++)
                    row[i] = (byte)values[i * Batch + point];
                file.Write(row);
            }
        }
        return path;
    }
}
