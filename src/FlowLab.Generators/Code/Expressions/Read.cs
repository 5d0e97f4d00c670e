namespace FlowLab.Generators.Code;

/// <summary>The value of a variable.</summary>
internal sealed class Read(Variable variable) : Expression(variable.Kind)
{
    public Variable Variable { get; } = variable;
}
