namespace FlowLab.Host.Manifests;

/// <summary>A manifest after its preset, overrides, expansion of its sweep and all checks: cells x seeds.</summary>
/// <param name="Name">The experiment's name.</param>
/// <param name="Description">One or more sentences; may be empty.</param>
/// <param name="Axes">The axes of the sweep in the order written.</param>
/// <param name="Cells">The grid, last axis fastest; one cell if nothing is swept.</param>
/// <param name="Seeds">The seeds that every cell is trained for.</param>
/// <param name="Report">How the report lays the cells out.</param>
/// <param name="ResolvedManifest">Indented JSON with preset and overrides applied; loads to exactly this plan.</param>
public sealed record ExperimentPlan(
    string Name, string Description, IReadOnlyList<string> Axes, IReadOnlyList<CellPlan> Cells, IReadOnlyList<int> Seeds,
    ReportSettings Report, string ResolvedManifest)
{
    /// <summary>The preset that was applied; null if none was.</summary>
    public AppliedPreset? Preset { get; init; }

    /// <summary>"2 cells x 3 seeds".</summary>
    public string Size => $"{Counted(Cells.Count, "cell")} x {SeedCount}";

    /// <summary>"3 seeds".</summary>
    public string SeedCount => Counted(Seeds.Count, "seed");

    private static string Counted(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
