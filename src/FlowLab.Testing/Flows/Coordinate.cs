namespace FlowLab.Testing.Flows;

/// <summary>Something that results can be differentiated by.</summary>
/// <param name="Kind">What it belongs to.</param>
/// <param name="Index">Which one.</param>
internal readonly record struct Coordinate(CoordinateKind Kind, int Index);
