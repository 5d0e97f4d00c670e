using System;
using Microsoft.CodeAnalysis;

namespace FlowLab.Generators;

/// <summary>What became of a layer.</summary>
internal sealed class GeneratedLayer(string file, string? source, Diagnostic? diagnostic) : IEquatable<GeneratedLayer>
{
    /// <summary>The name of the generated file.</summary>
    public string File { get; } = file;

    /// <summary>Its text; null if the layer is refused.</summary>
    public string? Source { get; } = source;

    /// <summary>Why the layer is refused.</summary>
    public Diagnostic? Diagnostic { get; } = diagnostic;

    /// <summary>Whether both are the same text and refusal: then nothing has to be compiled again.</summary>
    public bool Equals(GeneratedLayer? other) => other is not null && other.File == File && other.Source == Source && Equals(other.Diagnostic, Diagnostic);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GeneratedLayer);

    /// <inheritdoc/>
    public override int GetHashCode() => File.GetHashCode();
}
