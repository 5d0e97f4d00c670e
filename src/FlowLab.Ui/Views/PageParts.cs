namespace FlowLab.Ui.Views;

/// <summary>What the page is handed: all that it knows of runs.</summary>
/// <param name="Library">The runs.</param>
/// <param name="Control">Starts and stops them.</param>
/// <param name="Manifests">What can be started.</param>
/// <param name="Comparer">Lays them beside each other.</param>
public sealed record PageParts(IRunLibrary Library, IRunControl Control, IManifestShelf Manifests, IRunComparer Comparer);
