using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>The tile's gradient of a parameter = value, or += value.</summary>
internal sealed class StoreParameterGradient(Block block, Expression index, Expression value) : Statement
{
    public Block Block { get; } = block;

    public Expression Index { get; } = index;

    public Expression Value { get; } = value;

    /// <summary>Whether nothing has been written before.</summary>
    public bool IsFirst { get; set; }

    public override IEnumerable<Expression> Values => [Index, Value];
}
