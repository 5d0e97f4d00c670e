namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>A term to a constant power.</summary>
internal sealed record Power(Term Base, double Exponent) : Term;
