using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>The gradient of z[index] = value, or += value.</summary>
internal sealed class StoreFeatureGradient(Expression index, Expression value, bool isAdded) : Statement
{
    public Expression Index { get; } = index;

    public Expression Value { get; } = value;

    public bool IsAdded { get; } = isAdded;

    public override IEnumerable<Expression> Values => [Index, Value];
}
