namespace FlowLab.Host.Manifests;

/// <summary>One cell of the grid that a sweep spans.</summary>
/// <param name="Index">Position in the grid: the last axis varies fastest.</param>
/// <param name="Id">Unique, readable and safe as a file name: <c>U1-planar-32</c>.</param>
/// <param name="Labels">Axis to value label, in the order of the axes.</param>
/// <param name="Manifest">What to train.</param>
public sealed record CellPlan(int Index, string Id, IReadOnlyDictionary<string, string> Labels, CellManifest Manifest);
