using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Figures;

/// <summary>Densities in rows and columns, with what each row and column is, as papers show them.</summary>
/// <param name="Heads">Lines of headings, the outermost first; a heading spans so many columns.</param>
/// <param name="Groups">Columns that begin a group, and are set apart.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Note">What stands below: what axes and colors are.</param>
internal sealed record PictureTable(IReadOnlyList<IReadOnlyList<(string Text, int Span)>> Heads, IReadOnlySet<int> Groups, IReadOnlyList<PictureTable.Row> Rows, string Note)
{
    /// <summary>Number of columns.</summary>
    public int Columns => Rows.Max(row => row.Cells.Count);

    /// <summary>A row.</summary>
    internal sealed record Row(string Label, IReadOnlyList<Cell?> Cells);

    /// <summary>A density, the density of its brightest color, and what stands below it.</summary>
    internal sealed record Cell(DensityImage Image, double Scale, string Caption);
}
