namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>An energy as an expression: its value and its slopes, simplified.</summary>
/// <param name="Value">U(z).</param>
/// <param name="Slopes">dU/dz of each coordinate.</param>
internal sealed record Formula(Term Value, IReadOnlyList<Term> Slopes)
{
    /// <summary>Dimension D: the highest coordinate.</summary>
    public int Dimension => Slopes.Count;

    /// <summary>Reads and differentiates an expression.</summary>
    /// <param name="text">U(z) in z1, z2, ...</param>
    /// <exception cref="Data.FlowLabDataException">It is no expression.</exception>
    public static Formula Parse(string text)
    {
        var parser = new FormulaParser(text);
        Term value = parser.Parse();
        return new Formula(value, [.. Enumerable.Range(0, parser.Dimension).Select(coordinate => Differentiation.Of(value, coordinate))]);
    }
}
