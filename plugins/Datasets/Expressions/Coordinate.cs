namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>A coordinate of z, counted from 0; z1 in the text is coordinate 0.</summary>
internal sealed record Coordinate(int Index) : Term;
