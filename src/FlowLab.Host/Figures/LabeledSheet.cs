using FlowLab.Data;

namespace FlowLab.Host.Figures;

/// <summary>Pictures in lines and columns, with what each line and column is.</summary>
/// <param name="Shape">The axes of a picture.</param>
/// <param name="Heads">What the columns are; a line may have fewer pictures.</param>
/// <param name="Lines">The lines from the top.</param>
/// <param name="Note">What stands below.</param>
internal sealed record LabeledSheet(PointShape Shape, IReadOnlyList<string> Heads, IReadOnlyList<LabeledSheet.Line> Lines, string Note)
{
    /// <summary>A line.</summary>
    /// <param name="Label">What it is.</param>
    /// <param name="Pixels">[pictures, Channels, Height, Width], intensities in [0, 1].</param>
    internal sealed record Line(string Label, float[] Pixels);
}
