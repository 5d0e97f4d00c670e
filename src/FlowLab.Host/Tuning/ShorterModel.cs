using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Tuning;

/// <summary>What a trained model hands on to one with a layer more.</summary>
/// <param name="Length">Its layers.</param>
/// <param name="Tensors">Its tensors by name.</param>
/// <param name="State">Its state.</param>
/// <param name="Metric">The metric that the two are compared by.</param>
internal sealed record ShorterModel(int Length, IReadOnlyList<NamedTensor> Tensors, TrainingState State, string Metric)
{
    /// <summary>How far the bound of two models that are the same may be apart, relative to its size: single precision, and a layer more of it.</summary>
    private const double Tolerance = 1e-4;

    /// <summary>Small enough to cost nothing beside a training; only rounding is looked for.</summary>
    private static readonly EvaluationSettings Quick = new() { Samples = 1000, ImportanceSamples = 2, Points = 100, GridResolution = 16, FigureResolution = 8 };

    private IReadOnlyList<SeedMetric> Figures { get; init; } = [];

    /// <summary>Takes out of a trained cell what a longer one needs.</summary>
    public static ShorterModel Of(TrainedCell trained, int length, string metric) =>
        new(length, trained.Session.Tensors, trained.State, metric) { Figures = Measure(trained.Session, metric) };

    /// <summary>The start of a model with a layer more, which has to be the same model.</summary>
    /// <exception cref="FlowLabException">FLR105: the new layer is not the identity.</exception>
    public TrainingState StartOf(TrainingSession longer)
    {
        TrainingState start = LongerStart.Of(longer, Tensors, State);
        longer.Restore(start);
        foreach ((SeedMetric before, SeedMetric after) in Figures.Zip(Measure(longer, Metric)))
            if (Math.Abs(before.Value - after.Value) > Tolerance * Math.Max(1, Math.Abs(before.Value)))
                throw GrowErrors.NotTheIdentity(longer.Definition.Chain.Segments[^1].Name, Metric, before, after);
        return start;
    }

    private static SeedMetric[] Measure(TrainingSession session, string metric) =>
        [.. CellEvaluators.Of(session, Quick).Measure().Where(value => value.Metric.Name == metric).OrderBy(value => value.Seed)];
}
