using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Engine.Objectives;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;
using ILGPU.Runtime;

namespace FlowLab.Host.Runs;

/// <summary>Whether data lie where the base density of a flow does, or so far off that training has to bridge a gap before it learns anything.</summary>
internal static class DataDistance
{
    private const double MostDeviationsOff = 5;
    private const double MostTimesWider = 10;

    /// <summary>The warning FLE039; null where there is nothing to warn of.</summary>
    public static string? WarningOf(CellManifest cell, TrainingDefinition definition, Accelerator accelerator)
    {
        if (cell.Objective.Type != ObjectiveKind.MaximumLikelihood || definition.Data is not { } data || cell.Target is not { Standardizes: false })
            return null;
        double scale = cell.Base.Type == BaseKind.Uniform ? cell.Base.HalfWidth / Math.Sqrt(3) : cell.Base.Sigma;
        DataMoments moments = DataMoments.Of(data, accelerator);
        for (int d = 0; d < moments.Means.Length; d++)
        {
            double mean = moments.Means[d], deviation = moments.Deviations[d];
            if (Math.Abs(mean) > MostDeviationsOff * scale || deviation > MostTimesWider * scale || (deviation > 0 && deviation * MostTimesWider < scale))
                return Describe(d, mean, deviation, scale);
        }
        return null;
    }

    private static string Describe(int number, double mean, double deviation, double scale) => FormattableString.Invariant(
        $"FLE039: number {number + 1} of the data has mean {mean:G4} and deviation {deviation:G4}, the base mean 0 and deviation {scale:G4}. A flow has to bridge that before it can learn anything; set \"standardize\": true beside the dataset's \"name\", and the flow sees numbers of mean 0 and deviation 1 while likelihoods stay those of the data");
}
