namespace FlowLab.Engine.Cells;

/// <summary>What becomes of a seed whose loss or gradient is not finite.</summary>
public enum FaultAction
{
    /// <summary>It is taken out; the others go on.</summary>
    StopSeed,

    /// <summary>It goes back to the last checkpoint and on from there, with the data and noise of the updates to come.</summary>
    Rollback,
}
