namespace FlowLab.Ui.Views;

/// <summary>A setting that is not the same everywhere.</summary>
/// <param name="Path">The path into the manifest.</param>
/// <param name="Values">What it is, each value with the cells or runs that have it.</param>
public sealed record SettingRow(string Path, IReadOnlyList<SettingValue> Values);
