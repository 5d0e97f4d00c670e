using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>A cell of a finished or interrupted run, back at its last checkpoint.</summary>
/// <param name="Plan">What was trained.</param>
/// <param name="Session">The session with the checkpoint's parameters.</param>
/// <param name="State">The checkpoint.</param>
public sealed record TrainedCell(CellPlan Plan, TrainingSession Session, TrainingState State) : IDisposable
{
    public string Id => Plan.Id;

    /// <summary>The seeds that were restored, in order.</summary>
    public IReadOnlyList<int> Seeds => State.Seeds;

    /// <summary>What is not as it was when the cell was trained, for a line that says what was done; empty if nothing is.</summary>
    public string Note { get; init; } = "";

    /// <summary>"200 of 10000 updates", or "10000 updates".</summary>
    public string Progress
    {
        get
        {
            int all = Plan.Manifest.Training.Updates;
            return State.Update == all || Session.IsFinished ? FormattableString.Invariant($"{State.Update} updates") : FormattableString.Invariant($"{State.Update} of {all} updates");
        }
    }

    /// <summary>The position of a seed on the seeds axis of the session.</summary>
    public int PositionOf(int seed) => Array.IndexOf(State.Seeds, seed);

    /// <summary>The parameters of a seed.</summary>
    /// <param name="position">The seed's position on the seeds axis.</param>
    public ReadOnlyMemory<float> Parameters(int position)
    {
        int count = State.Parameters.Length / State.Seeds.Length;
        return State.Parameters.AsMemory(position * count, count);
    }

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();
}
