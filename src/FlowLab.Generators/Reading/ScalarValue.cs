using FlowLab.Generators.Code;

namespace FlowLab.Generators.Reading;

/// <summary>One number, count or condition.</summary>
internal sealed class ScalarValue(Expression expression) : Value
{
    public Expression Expression { get; } = expression;
}
