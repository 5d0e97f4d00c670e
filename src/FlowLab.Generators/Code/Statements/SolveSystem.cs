using System.Collections.Generic;
using System.Linq;

namespace FlowLab.Generators.Code;

/// <summary>Solves (I + matrix) x = right for a sample; x takes the place of the right side.</summary>
internal sealed class SolveSystem(IReadOnlyList<Row> matrix, IReadOnlyList<Row> right) : Statement
{
    /// <summary>Row by row.</summary>
    public IReadOnlyList<Row> Matrix { get; } = matrix;

    public IReadOnlyList<Row> Right { get; } = right;

    public override IEnumerable<Expression> Values => Matrix.Concat(Right).Select(row => new RowValue(row));
}
