using Microsoft.CodeAnalysis;

namespace FlowLab.Generators;

/// <summary>What became of a layer.</summary>
internal sealed class GeneratedLayer(string file, string? source, Diagnostic? diagnostic)
{
    /// <summary>The name of the generated file.</summary>
    public string File { get; } = file;

    /// <summary>Its text; null if the layer is refused.</summary>
    public string? Source { get; } = source;

    /// <summary>Why the layer is refused.</summary>
    public Diagnostic? Diagnostic { get; } = diagnostic;
}
