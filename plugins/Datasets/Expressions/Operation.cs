namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>A sum, product or quotient of two terms.</summary>
internal sealed record Operation(char Sign, Term Left, Term Right) : Term;
