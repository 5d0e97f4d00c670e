using FlowLab.Engine.Latents;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>How much a cell has to compute, in units that only cells of one run are compared by: layers of a flow that samples pass.</summary>
internal static class CellWork
{
    // Drawing a sample and evaluating an energy; and hidden units of a network that cost as much as a layer of a flow.
    private const double Ends = 2;
    private const double UnitsPerLayer = 10;
    private const int UsualGrid = 400;
    private const int UsualPoints = 10_000;

    /// <summary>An update of all seeds.</summary>
    public static double OfUpdate(CellManifest cell) => (double)cell.Training.Batch * Math.Max(1, cell.Objective.Samples) * OfSample(cell);

    /// <summary>The final measurement.</summary>
    public static double OfMeasurement(CellManifest cell) => OfSample(cell) * (cell.Model is null
        ? cell.Evaluation.Samples + Math.Pow(cell.Evaluation.GridResolution == 0 ? UsualGrid : cell.Evaluation.GridResolution, 2)
        : (double)(cell.Evaluation.Points == 0 ? UsualPoints : cell.Evaluation.Points) * cell.Evaluation.ImportanceSamples);

    private static double OfSample(CellManifest cell) => Ends + cell.Flow.Sum(Layers) + (cell.Model is null ? 0 : Networks(cell.Model));

    private static double Networks(LatentSettings model) =>
        (model.Encoder.Hidden * model.Encoder.Depth + model.Decoder.Hidden * model.Decoder.Depth) / UnitsPerLayer;

    private static int Layers(ComponentSelection flow) => flow.Settings?.GetType().GetProperty("Length")?.GetValue(flow.Settings) as int? ?? 1;
}
