namespace FlowLab.Host.Results;

/// <summary>Something worth telling that happened during a run.</summary>
/// <param name="Utc">When.</param>
/// <param name="Cell">Index of the cell, where it concerns one.</param>
/// <param name="Seed">The seed, where it concerns one.</param>
/// <param name="Step">Updates done, where it happened in training.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">For the reader; for a stopped seed it names the layer.</param>
public sealed record RunEvent(DateTimeOffset Utc, int? Cell, int? Seed, long? Step, RunEventKind Kind, string Message);
