using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>A function of numbers.</summary>
internal sealed class Call(string function, IReadOnlyList<Expression> arguments, ValueKind kind = ValueKind.Number) : Expression(kind)
{
    /// <summary>As C# calls it.</summary>
    public string Function { get; } = function;

    public override IReadOnlyList<Expression> Parts => arguments;

    public override Expression With(IReadOnlyList<Expression> parts) => new Call(Function, parts, Kind);
}
