namespace FlowLab.Host.Manifests;

/// <summary>A plan, or every reason why there is none.</summary>
/// <param name="Plan">The plan; null if there are faults.</param>
/// <param name="Faults">All faults; empty if there is a plan.</param>
public sealed record ManifestResult(ExperimentPlan? Plan, IReadOnlyList<ManifestFault> Faults);
