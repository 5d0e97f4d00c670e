namespace FlowLab.Generators.Code;

/// <summary>Numbers of all samples in memory, one per sample: a row of the tape or of the scratch.</summary>
internal sealed class Row(string name, bool isTape)
{
    public string Name { get; } = name;

    /// <summary>Whether the backward pass finds it as the forward pass left it.</summary>
    public bool IsTape { get; } = isTape;

    /// <summary>Its place among the rows of a layer's tape, or of the scratch.</summary>
    public int Index { get; set; }
}
