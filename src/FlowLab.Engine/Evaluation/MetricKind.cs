namespace FlowLab.Engine.Evaluation;

/// <summary>What a number claims to be.</summary>
public enum MetricKind
{
    /// <summary>A bound in expectation, such as the free energy.</summary>
    Bound,

    /// <summary>A Monte Carlo or quadrature estimate of the named quantity.</summary>
    Estimate,

    /// <summary>A number about the measurement itself, such as a quadrature error.</summary>
    Diagnostic,

    /// <summary>A number that the audit compares others with; in files, but in no table of a report.</summary>
    Consistency,
}
