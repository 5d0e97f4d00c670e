namespace FlowLab.Layers;

/// <summary>How many parameters a <see cref="ParameterVector"/> has, where that is not the dimension of z.</summary>
/// <param name="length">A C# expression over <c>dimension</c>, such as <c>"dimension / 2"</c> or <c>"8"</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LengthAttribute(string length) : Attribute
{
    /// <summary>The expression.</summary>
    public string Length { get; } = length;
}
