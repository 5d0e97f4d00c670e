namespace FlowLab.Engine.Auditing;

/// <summary>What a check of the audit found about one seed.</summary>
/// <param name="Number">The number of the check (FLA...), which docs/errors.md explains.</param>
/// <param name="Seed">The seed (not its position).</param>
/// <param name="Severity">What it means for the figures.</param>
/// <param name="Metrics">Names of the figures that it is about.</param>
/// <param name="Message">One sentence: what contradicts what, by how much, and how much would be allowed.</param>
public sealed record AuditFinding(string Number, int Seed, AuditSeverity Severity, IReadOnlyList<string> Metrics, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Number}: seed {Seed}: {Message}");
}
