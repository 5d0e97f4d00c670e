using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>A parameter of the layer.</summary>
internal sealed class Parameter(Block block, Expression index) : Expression(ValueKind.Number)
{
    public Block Block { get; } = block;

    public Expression Index { get; } = index;

    public override IReadOnlyList<Expression> Parts => [Index];

    public override Expression With(IReadOnlyList<Expression> parts) => new Parameter(Block, parts[0]);
}
