namespace FlowLab.Ui.Views;

/// <summary>What a manifest was found to be.</summary>
/// <param name="Size">Cells and seeds, in words; empty if it has faults.</param>
/// <param name="Faults">All faults, each with number and place.</param>
public sealed record ManifestCheck(string Size, IReadOnlyList<string> Faults);
