namespace FlowLab.Host.Results;

/// <summary>What an event of a run is about.</summary>
public enum RunEventKind
{
    Note,
    Warning,

    /// <summary>A seed met a number that is not finite and was taken out.</summary>
    SeedStopped,

    /// <summary>A component of a cell threw, or contradicted itself; the cell ended.</summary>
    CellFailed,

    /// <summary>A seed met a number that is not finite and went back to the last checkpoint.</summary>
    SeedRolledBack,

    Interrupted,
    Resumed,
}
