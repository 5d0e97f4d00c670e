namespace FlowLab.Layers;

/// <summary>A named block of the parameters of one layer.</summary>
/// <param name="Name">Its name, that of the layer's C# parameter.</param>
/// <param name="Length">How many parameters it has.</param>
public sealed record LayerBlock(string Name, int Length);
