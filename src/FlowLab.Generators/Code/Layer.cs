using System.Collections.Generic;
using FlowLab.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FlowLab.Generators.Code;

/// <summary>A method of a layer, read: from z and the parameters to the new z and the log-det.</summary>
internal sealed class Layer(string name, IReadOnlyList<Block> blocks, List<Statement> body, Names names, Location changed)
{
    public string Name { get; } = name;

    /// <summary>The names given so far.</summary>
    public Names Names { get; } = names;

    /// <summary>Where z changes.</summary>
    public Location Changed { get; } = changed;

    public IReadOnlyList<Block> Blocks { get; } = blocks;

    /// <summary>In order; the last adds the log-det.</summary>
    public List<Statement> Body { get; } = body;
}
