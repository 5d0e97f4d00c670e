namespace FlowLab.Ui.Views;

/// <summary>Groups of cells beside each other.</summary>
/// <param name="Caption">What the numbers are.</param>
/// <param name="Metric">The name of what is compared.</param>
/// <param name="Metrics">What could be compared.</param>
/// <param name="Axes">By what groups could be made.</param>
/// <param name="Columns">Heads of the table.</param>
/// <param name="Rows">A row per context and group.</param>
/// <param name="Notes">What must be known beside the table.</param>
public sealed record ComparisonView(
    string Caption, string Metric, IReadOnlyList<MetricView> Metrics, IReadOnlyList<string> Axes,
    IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Notes);
