namespace FlowLab.Host.Reports;

/// <summary>A setting whose value in some cells is not the reference's.</summary>
/// <param name="Path">The path into the manifest.</param>
/// <param name="Reference">What the reference used.</param>
/// <param name="Values">What cells have instead, each value with the ids of its cells.</param>
/// <param name="Cells">Number of cells of the run.</param>
public sealed record SettingDifference(string Path, string Reference, IReadOnlyList<(string Value, IReadOnlyList<string> Cells)> Values, int Cells)
{
    private const int MostNamed = 4;

    /// <summary>The run's values in one line; which cells have them, unless it is all.</summary>
    public string Text => string.Join("; ", Values.Select(value => value.Cells.Count == Cells ? value.Value : $"{value.Value} in {Name(value.Cells)}"));

    private string Name(IReadOnlyList<string> cells) => cells.Count <= MostNamed
        ? string.Join(", ", cells)
        : FormattableString.Invariant($"{cells.Count} of {Cells} cells");
}
