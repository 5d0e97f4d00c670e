namespace FlowLab.Engine.Auditing;

/// <summary>One check of the audit: a relation between figures that holds whatever was trained, with a tolerance from their stated errors.</summary>
public interface IAuditCheck
{
    /// <summary>Its number, which docs/errors.md explains.</summary>
    string Number { get; }

    /// <summary>What it compares, for the list of checks in a report.</summary>
    string Title { get; }

    /// <summary>The finding about a seed that was not stopped; null if the relation holds or the figures for it are not there.</summary>
    AuditFinding? Check(SeedFigures figures);
}
