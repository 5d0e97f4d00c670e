namespace FlowLab.Host.Results;

/// <summary>How far a run has come.</summary>
/// <param name="Cells">Number of its cells.</param>
/// <param name="Finished">Cells that are trained and measured.</param>
/// <param name="Failed">Cells that failed.</param>
/// <param name="UpdatesDone">Updates of all cells at their last checkpoints.</param>
/// <param name="UpdatesPlanned">Updates that they are trained for.</param>
/// <param name="Seeds">Seeds of a cell.</param>
/// <param name="Faults">Seeds that were stopped, cells that failed, figures that contradict each other.</param>
/// <param name="Device">What it computes on.</param>
internal sealed record RunDigest(int Cells, int Finished, int Failed, long UpdatesDone, long UpdatesPlanned, int Seeds, long Faults, string Device)
{
    /// <summary>Whether no cell is left to train.</summary>
    public bool IsFinished => Cells > 0 && Finished + Failed == Cells;

    /// <summary>Updates done of those planned, in [0, 1].</summary>
    public double Progress => IsFinished ? 1 : UpdatesPlanned == 0 ? 0 : Math.Clamp((double)UpdatesDone / UpdatesPlanned, 0, 1);
}
