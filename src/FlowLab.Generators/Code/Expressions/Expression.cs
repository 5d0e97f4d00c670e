using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>A value that is computed; never changed once made.</summary>
internal abstract class Expression(ValueKind kind)
{
    public ValueKind Kind { get; } = kind;

    /// <summary>What it is computed from.</summary>
    public virtual IReadOnlyList<Expression> Parts => [];

    /// <summary>The same with other parts.</summary>
    public virtual Expression With(IReadOnlyList<Expression> parts) => this;

    /// <summary>Itself and everything it is computed from.</summary>
    public IEnumerable<Expression> All()
    {
        yield return this;
        foreach (Expression part in Parts)
            foreach (Expression inner in part.All())
                yield return inner;
    }
}
