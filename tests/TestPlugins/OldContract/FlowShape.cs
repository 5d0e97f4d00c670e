namespace FlowLab.Flows;

/// <summary>A shape before it had seeds.</summary>
public sealed record FlowShape(int Width);
