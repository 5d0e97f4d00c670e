namespace FlowLab.Ui.Views;

/// <summary>A manifest to start.</summary>
/// <param name="Manifest">Its name on the shelf.</param>
/// <param name="Preset">The preset to apply; empty for that of the manifest.</param>
/// <param name="Seeds">Number of seeds; null for that of the manifest.</param>
/// <param name="Device">What to compute on; empty for the processor.</param>
/// <param name="Threads">Threads to take; null for all.</param>
public sealed record StartRequest(string Manifest, string Preset, int? Seeds, string Device, int? Threads);
