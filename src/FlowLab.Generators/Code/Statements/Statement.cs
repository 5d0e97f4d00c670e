using System.Collections.Generic;
using System.Linq;

namespace FlowLab.Generators.Code;

/// <summary>A step of a layer or of a generated pass.</summary>
internal abstract class Statement
{
    /// <summary>What it computes with, without the statements inside.</summary>
    public virtual IEnumerable<Expression> Values => [];

    /// <summary>The lists of statements inside.</summary>
    public virtual IReadOnlyList<List<Statement>> Bodies => [];

    /// <summary>Itself and the statements inside.</summary>
    public IEnumerable<Statement> All() => new[] { this }.Concat(Bodies.SelectMany(body => body).SelectMany(inner => inner.All()));

    /// <summary>Every expression in it, also those of the statements inside.</summary>
    public IEnumerable<Expression> AllValues() => All().SelectMany(statement => statement.Values).SelectMany(value => value.All());

    /// <summary>Every variable that it reads.</summary>
    public IEnumerable<Variable> Reads() => AllValues().OfType<Read>().Select(read => read.Variable);
}
