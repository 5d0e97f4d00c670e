using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>row = value, or += value.</summary>
internal sealed class StoreRow(Row row, Expression value, bool isAdded) : Statement
{
    public Row Row { get; } = row;

    public Expression Value { get; } = value;

    public bool IsAdded { get; } = isAdded;

    public override IEnumerable<Expression> Values => [Value];
}
