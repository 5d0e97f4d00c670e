namespace FlowLab.Ui.Views;

/// <summary>What the page of a run shows, as of one moment.</summary>
/// <param name="Summary">Its line in the list.</param>
/// <param name="Axes">The axes of its sweep.</param>
/// <param name="Cells">Its cells, in the plan's order.</param>
/// <param name="Metrics">What is recorded during training.</param>
/// <param name="ResultLabel">What <see cref="CellView.Result"/> is.</param>
/// <param name="Pictures">What its cells have drawn.</param>
/// <param name="Differences">Settings in which its cells differ.</param>
/// <param name="Events">What happened, the latest first.</param>
/// <param name="Environment">Machine, device and versions.</param>
/// <param name="HasReport">Whether there is a report to open.</param>
public sealed record RunView(
    RunSummary Summary,
    IReadOnlyList<string> Axes,
    IReadOnlyList<CellView> Cells,
    IReadOnlyList<MetricView> Metrics,
    string ResultLabel,
    IReadOnlyList<PictureView> Pictures,
    IReadOnlyList<SettingRow> Differences,
    IReadOnlyList<EventView> Events,
    IReadOnlyList<KeyValuePair<string, string>> Environment,
    bool HasReport);
