namespace FlowLab.Generators.Code;

/// <summary>A named block of a layer's parameters: a parameter of the layer's method after z.</summary>
internal sealed class Block(string name, bool isScalar, string length)
{
    public string Name { get; } = name;

    /// <summary>Whether the method has it as one float, not as a vector.</summary>
    public bool IsScalar { get; } = isScalar;

    /// <summary>How many parameters it has: C# over <c>dimension</c>.</summary>
    public string Length { get; } = length;

    /// <summary>Where it starts within the layer: C# over <c>dimension</c>.</summary>
    public string Offset { get; set; } = "0";
}
