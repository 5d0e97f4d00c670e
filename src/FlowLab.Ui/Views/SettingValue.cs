namespace FlowLab.Ui.Views;

/// <summary>A value of a setting.</summary>
/// <param name="Value">The value as JSON.</param>
/// <param name="Owners">How many have it.</param>
/// <param name="Names">The first few of them.</param>
public sealed record SettingValue(string Value, int Owners, string Names);
