namespace FlowLab.Host.Comparisons;

/// <summary>What is to be compared.</summary>
/// <param name="By">Axes or settings that make the groups; none takes every axis that varies.</param>
/// <param name="Metric">The metric's name; null takes the headline of the first run.</param>
/// <param name="Confidence">The level of confidence intervals.</param>
internal sealed record ComparisonRequest(IReadOnlyList<string> By, string? Metric, double Confidence);
