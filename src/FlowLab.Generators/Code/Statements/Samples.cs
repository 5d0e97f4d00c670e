using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>The loop over the samples of the tile.</summary>
internal sealed class Samples(List<Statement> body) : Statement
{
    public List<Statement> Body { get; } = body;

    public override IReadOnlyList<List<Statement>> Bodies => [Body];
}
