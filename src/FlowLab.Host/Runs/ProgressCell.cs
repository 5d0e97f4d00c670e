namespace FlowLab.Host.Runs;

/// <summary>The cell that a progress display is showing.</summary>
internal readonly record struct ProgressCell(int Index, int Count, string Id, int Updates, int Seeds)
{
    /// <summary>"cell 3/36 U1-planar-8".</summary>
    public override string ToString() => FormattableString.Invariant($"cell {Index + 1}/{Count} {Id}");
}
