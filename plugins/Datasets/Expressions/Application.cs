namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>A function of one term or two.</summary>
internal sealed record Application(Function Function, Term First, Term? Second = null) : Term;
