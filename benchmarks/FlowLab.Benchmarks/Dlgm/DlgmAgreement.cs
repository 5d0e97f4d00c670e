using System.Text.Json;
using FlowLab.Data;
using FlowLab.Engine.Training;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>Shows that both contenders compute the same thing: loss and every gradient at the same parameters, data and noise.</summary>
internal static class DlgmAgreement
{
    private const int Batch = 7;
    private const double Beta = 0.37;

    /// <summary>The largest difference of a gradient, relative to the norm of its tensor.</summary>
    /// <param name="peer">Answers a case with loss and gradients.</param>
    /// <param name="length">Planar layers.</param>
    public static double LargestDifference(Func<string, JsonElement> peer, int length)
    {
        DlgmSizes sizes = DlgmSizes.Small;
        using DlgmCell cell = new(sizes, length, 1, Batch, Beta);
        float[] parameters = Disturbed(cell);
        cell.Session.Step();
        float[] gradients = cell.Session.ReadGradients();
        JsonElement answer = peer(JsonSerializer.Serialize(new
        {
            pixels = sizes.Pixels, hidden = sizes.Hidden, latents = sizes.Latents, length, beta = Beta,
            x = Points(cell), eps = DlgmNoise.Of(sizes.Latents, Batch, update: 0), parameters = Tensors(cell, parameters),
        }));
        double loss = answer.GetProperty("loss").GetDouble();
        double largest = Math.Abs(loss - cell.Session.ReadLosses()[0]) / (1 + Math.Abs(loss));
        Dictionary<string, float[]> own = Tensors(cell, gradients);
        foreach (JsonProperty tensor in answer.GetProperty("gradients").EnumerateObject())
            largest = Math.Max(largest, Difference(own[tensor.Name], tensor.Value));
        return largest;
    }

    /// <summary>The initial parameters with something added everywhere: biases start at 0, where too much would agree by itself.</summary>
    private static float[] Disturbed(DlgmCell cell)
    {
        TrainingState state = cell.Session.ReadState();
        RandomStream random = new(3, RandomPurpose.Initialization, 99);
        for (int i = 0; i < state.Parameters.Length; i++)
            state.Parameters[i] += (float)(0.05 * random.NextNormal());
        cell.Session.Restore(state);
        return state.Parameters;
    }

    private static Dictionary<string, float[]> Tensors(DlgmCell cell, float[] values) =>
        cell.Model.Tensors.ToDictionary(tensor => tensor.Name, tensor => values[tensor.Offset..(tensor.Offset + tensor.Shape.Aggregate(1, (a, b) => a * b))]);

    private static double Difference(float[] own, JsonElement theirs)
    {
        double[] values = [.. theirs.EnumerateArray().Select(value => value.GetDouble())];
        double norm = Math.Sqrt(values.Sum(value => value * value));
        return Math.Sqrt(own.Zip(values, (a, b) => (a - b) * (a - b)).Sum()) / (norm + 1e-9);
    }

    private static float[] Points(DlgmCell cell)
    {
        using MemoryBuffer1D<float, Stride1D.Dense> buffer = cell.Accelerator.Allocate1D<float>(cell.Data.Dimension * Batch);
        cell.Data.Draw(new DataDraw(cell.Session.SeedsOnDevice, RandomPurpose.TrainingData, 0, new SampleView(buffer.View, cell.Data.Dimension, Batch)));
        return buffer.GetAsArray1D();
    }
}
