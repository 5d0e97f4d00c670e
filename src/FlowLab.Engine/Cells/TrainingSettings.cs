using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Engine.Cells;

/// <summary>How long and with what batches to train.</summary>
public sealed class TrainingSettings
{
    [Description("Samples per seed and update."), Unit("samples"), Range(1, 1_000_000)]
    public int Batch { get; init; } = 1000;

    [Description("Parameter updates."), Unit("updates"), Range(0, 1_000_000_000)]
    public int Updates { get; init; } = 10_000;

    [Description("Updates between two records of the training curve."), Unit("updates"), Range(1, 1_000_000_000)]
    public int MetricsEvery { get; init; } = 100;

    [Description("Updates between two checkpoints."), Unit("updates"), Range(1, 1_000_000_000)]
    public int CheckpointEvery { get; init; } = 1000;

    [Description("Clipping of the gradient of each seed by its norm.")]
    public ClipSettings Clip { get; init; } = new();

    [Description("What becomes of a seed whose loss or gradient is not finite: stop-seed takes it out, rollback takes it back to the last checkpoint.")]
    public FaultAction OnFault { get; init; } = FaultAction.StopSeed;

    [Description("Updates between two looks inside every seed, recorded with the training curve: norms by tensor, the flow layer by layer, the worst sample. 0: none.")]
    [Unit("updates"), Range(0, 1_000_000_000)]
    public int DiagnoseEvery { get; init; }
}
