namespace FlowLab.Generators.Code;

/// <summary>A value that each round of a loop leaves to the next. All of a loop's change at once, at the end of a round.</summary>
internal sealed class Carry(Variable variable, Expression start, Expression next)
{
    /// <summary>Within the loop what the round starts with; behind it the last.</summary>
    public Variable Variable { get; } = variable;

    /// <summary>What the first round starts with.</summary>
    public Expression Start { get; } = start;

    /// <summary>What the next round starts with.</summary>
    public Expression Next { get; } = next;

    public bool IsNumber => Variable.Kind == ValueKind.Number;
}
