namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>A constant.</summary>
internal sealed record Number(double Value) : Term;
