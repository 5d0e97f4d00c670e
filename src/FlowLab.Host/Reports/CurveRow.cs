namespace FlowLab.Host.Reports;

/// <summary>The lines of one value of the row axis; a panel per metric is drawn of them.</summary>
/// <param name="Text">What the row is about; empty when all is one row.</param>
/// <param name="Lines">The lines; the same number in every row, where some may have no cells.</param>
internal sealed record CurveRow(string Text, IReadOnlyList<CurveLine> Lines);
