namespace FlowLab.Ui.Views;

/// <summary>Something that is recorded during training.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Label">What it is, with its unit.</param>
public sealed record MetricView(string Name, string Label);
