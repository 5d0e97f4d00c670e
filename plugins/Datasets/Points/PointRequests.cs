using FlowLab.Data;
using FlowLab.Kernels;
using FlowLab.Random;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Refuses requests that no caller may make.</summary>
internal static class PointRequests
{
    /// <summary>Checks a request for a batch.</summary>
    public static void Check(in DataDraw draw, int dimension)
    {
        if (draw.Purpose is not (RandomPurpose.TrainingData or RandomPurpose.TestData))
        {
            throw new ArgumentOutOfRangeException(
                nameof(draw), draw.Purpose, $"Data is drawn for {RandomPurpose.TrainingData} or {RandomPurpose.TestData} only.");
        }
        ArgumentOutOfRangeException.ThrowIfNegative(draw.Step);
        CheckSamples(draw.Samples, draw.Seeds.Length, dimension);
    }

    /// <summary>Checks a request for neighboring points.</summary>
    public static void Check(in DataGather gather, int dimension, int count)
    {
        if (gather.First < 0 || gather.First >= count)
            throw new ArgumentOutOfRangeException(nameof(gather), gather.First, $"{gather.Subset} has {count} points; the first one has to be 0 to {count - 1}.");
        CheckSamples(gather.Samples, gather.Seeds, dimension);
    }

    private static void CheckSamples(SampleView samples, long seeds, int dimension)
    {
        if (samples.Features != dimension || samples.Values.Length < seeds * samples.Features * samples.Batch)
        {
            throw new ArgumentException(
                $"The samples have to be [{seeds}, {dimension}, B]; found {samples.Features} features, B = {samples.Batch} and room for {samples.Values.Length} numbers.");
        }
    }
}
