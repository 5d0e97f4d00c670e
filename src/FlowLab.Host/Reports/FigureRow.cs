namespace FlowLab.Host.Reports;

/// <summary>One row of the figure.</summary>
/// <param name="Label">What the row is about.</param>
/// <param name="Target">The density that was to be fitted, where there is one.</param>
/// <param name="Panels">One per column; null where the experiment has no such cell.</param>
public sealed record FigureRow(string Label, FigurePanel? Target, IReadOnlyList<FigurePanel?> Panels);
