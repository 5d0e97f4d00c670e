namespace FlowLab.Host.Results;

/// <summary>How far a cell has come.</summary>
public enum CellStatus
{
    /// <summary>No checkpoint yet.</summary>
    Pending,

    /// <summary>At least one checkpoint.</summary>
    Running,

    /// <summary>Trained and measured.</summary>
    Finished,

    /// <summary>A component threw, or contradicted itself.</summary>
    Failed,
}
