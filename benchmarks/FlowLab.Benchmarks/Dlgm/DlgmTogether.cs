using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using FlowLab.Benchmarks.Peers;
using FlowLab.Data;
using FlowLab.Kernels;
using FlowLab.Plugins.Optimizers.Schedules;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>
/// FlowLab and the peer train the full-size MNIST model side by side: the same initial parameters, points, binarization, noise, rule and learning rate at
/// every update, and no option that the peer lacks. Writes the free energy of both at every update, so that it shows whether a leap is the method's or one
/// contender's.
/// </summary>
/// <param name="peer">The peer.</param>
/// <param name="data">The folder with MNIST's files.</param>
/// <param name="output">The folder for together-curves.csv and .png.</param>
internal sealed class DlgmTogether(Peer peer, string data, string output)
{
    private const int Batch = 100;
    private const int Updates = 5_000;
    private const int WarmUp = 2_000;
    private const int ScheduleLength = 50_000;

    /// <summary>Relative difference of the first free energy that rounding explains.</summary>
    private const double FirstTolerance = 1e-5;

    private static readonly (int Length, double LearningRate)[] Cases = [(10, 3e-4), (40, 3e-4), (10, 1e-4), (40, 1e-4)];
    private static readonly DlgmSizes Sizes = new(784, 400, 40);

    public int Print()
    {
        if (peer.Absence is { } reason)
        {
            Console.Error.WriteLine($"The peer is not here: {reason}.");
            return 2;
        }
        List<TogetherCurve> curves = [];
        foreach ((int length, double learningRate) in Cases)
        {
            TogetherCurve curve = Train(length, learningRate);
            curve.Print();
            curves.Add(curve);
        }
        Directory.CreateDirectory(output);
        TogetherPicture.Write(curves, output);
        return 0;
    }

    private TogetherCurve Train(int length, double learningRate)
    {
        CosineSchedule schedule = new(new CosineScheduleSettings { Warmup = WarmUp });
        using DlgmCell cell = DlgmCell.OfMnistScheduled(Sizes, length, Batch, learningRate, schedule, ScheduleLength, data);
        using PeerDialogue dialogue = peer.Open("dlgm_together.py");
        Greet(dialogue, cell, length);
        TogetherCurve curve = new($"K = {length}, {learningRate.ToString("0e0", CultureInfo.InvariantCulture)}", Batch);
        using MemoryBuffer1D<float, Stride1D.Dense> points = cell.Accelerator.Allocate1D<float>((long)Sizes.Pixels * Batch);
        for (int update = 0; update < Updates && !curve.IsOver; update++)
        {
            Tell(dialogue, cell, points, update, (float)(learningRate * schedule.Factor(update, ScheduleLength)));
            cell.Session.Step();
            curve.Add(cell.Session.ReadLosses()[0], double.Parse(dialogue.Hear().GetProperty("loss").GetString()!, CultureInfo.InvariantCulture));
            if (update == 0 && curve.Difference > FirstTolerance)
                throw new InvalidOperationException($"at the same parameters, points and noise the free energies differ by {curve.Difference:g3}, more than {FirstTolerance:g3} of them: the contenders do not compute the same thing");
        }
        return curve;
    }

    private static void Greet(PeerDialogue dialogue, DlgmCell cell, int length)
    {
        dialogue.Tell(JsonSerializer.SerializeToUtf8Bytes(new
        {
            pixels = Sizes.Pixels, hidden = Sizes.Hidden, latents = Sizes.Latents, length, batch = Batch, threads = Environment.ProcessorCount,
        }));
        dialogue.Tell("\n"u8);
        dialogue.Tell(MemoryMarshal.AsBytes(cell.Session.ReadState().Parameters.AsSpan()));
    }

    private static void Tell(PeerDialogue dialogue, DlgmCell cell, MemoryBuffer1D<float, Stride1D.Dense> points, int update, float learningRate)
    {
        cell.Data.Draw(new DataDraw(cell.Session.SeedsOnDevice, RandomPurpose.TrainingData, update, new SampleView(points.View, Sizes.Pixels, Batch)));
        byte[] bits = Array.ConvertAll(points.GetAsArray1D(), value => (byte)value);
        dialogue.Tell(MemoryMarshal.AsBytes(new ReadOnlySpan<float>(in learningRate)));
        dialogue.Tell(bits);
        dialogue.Tell(MemoryMarshal.AsBytes(DlgmNoise.Of(Sizes.Latents, Batch, update).AsSpan()));
    }
}
