using System.Collections.Generic;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Analysis;

/// <summary>A part of a layer that is one loop over the samples of a tile or, with a loop over features, one such loop per feature.</summary>
internal sealed class Segment(Repeat? loop)
{
    /// <summary>The loop over features; null if there is none.</summary>
    public Repeat? Loop { get; } = loop;

    /// <summary>What is the same for all samples, within the loop over features.</summary>
    public List<Statement> Uniform { get; } = [];

    /// <summary>What is done for each sample.</summary>
    public List<Statement> Statements { get; } = [];
}
