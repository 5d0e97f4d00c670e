namespace FlowLab.Engine.Auditing;

/// <summary>What a finding means for the figures that it is about.</summary>
public enum AuditSeverity
{
    /// <summary>The figure holds, but a reader must know something about it.</summary>
    Caution,

    /// <summary>Figures contradict each other: none of those named may be used before the reason is found.</summary>
    Failure,
}
