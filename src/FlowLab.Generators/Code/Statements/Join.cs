namespace FlowLab.Generators.Code;

/// <summary>A variable that a branch gives one of two values.</summary>
internal sealed class Join(Variable variable, Expression then, Expression otherwise)
{
    public Variable Variable { get; } = variable;

    public Expression Then { get; } = then;

    public Expression Otherwise { get; } = otherwise;
}
