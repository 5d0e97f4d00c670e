using FlowLab.Data;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>
/// Mean and standard deviation of every number of a dataset's training points, over at most <see cref="MostPoints"/> of them: those that seed 0 draws first, so
/// that it does not depend on which seeds are trained.
/// </summary>
/// <param name="Means">[D].</param>
/// <param name="Deviations">[D]; 0 where all points have the same number.</param>
public sealed record DataMoments(double[] Means, double[] Deviations)
{
    /// <summary>Points that are looked at, at most.</summary>
    public const int MostPoints = 20_000;

    private const int Chunk = 1000;

    /// <summary>Those of a dataset.</summary>
    public static DataMoments Of(IDataset data, Accelerator accelerator)
    {
        int points = data is IPointDataset finite ? Math.Min(finite.Count(DataSubset.Training), MostPoints) : MostPoints;
        using MemoryBuffer1D<int, Stride1D.Dense> seed = accelerator.Allocate1D([0]);
        using DeviceTensors tensors = new(accelerator, 1);
        SampleView batch = tensors.Allocate("points", data.Dimension, Math.Min(points, Chunk));
        double[] sums = new double[data.Dimension], squares = new double[data.Dimension];
        float[]? origin = null;
        for (int first = 0; first < points; first += batch.Batch)
        {
            data.Draw(new DataDraw(seed.View, RandomPurpose.TrainingData, first / batch.Batch, batch));
            accelerator.Synchronize();
            float[] values = batch.Values.GetAsArray();
            origin ??= [.. Enumerable.Range(0, data.Dimension).Select(d => values[d * batch.Batch])];
            Add(values, batch.Batch, Math.Min(batch.Batch, points - first), origin, sums, squares);
        }
        return Of(points, origin ?? new float[data.Dimension], sums, squares);
    }

    /// <summary>Differences from the first point, so that the squares of a mean far from zero do not drown those of the deviations.</summary>
    private static void Add(float[] values, int stride, int count, float[] origin, double[] sums, double[] squares)
    {
        for (int d = 0; d < sums.Length; d++)
        {
            for (int s = 0; s < count; s++)
            {
                double difference = (double)values[d * stride + s] - origin[d];
                sums[d] += difference;
                squares[d] += difference * difference;
            }
        }
    }

    private static DataMoments Of(int points, float[] origin, double[] sums, double[] squares) => new(
        [.. sums.Select((sum, d) => origin[d] + sum / points)],
        [.. squares.Select((square, d) => Math.Sqrt(Math.Max(0, square / points - sums[d] / points * (sums[d] / points))))]);
}
