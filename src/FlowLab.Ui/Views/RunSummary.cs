namespace FlowLab.Ui.Views;

/// <summary>A line of the list of runs.</summary>
/// <param name="Key">The run's folder below the folder of the page, with '/' between its parts.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Cells">Number of its cells.</param>
/// <param name="FinishedCells">How many of them are trained and measured.</param>
/// <param name="Seeds">Seeds of a cell.</param>
/// <param name="Progress">Updates done of those planned, in [0, 1].</param>
/// <param name="Device">What it computes on.</param>
/// <param name="Changed">When something was last written.</param>
/// <param name="Remark">What is wrong with it; empty if nothing is.</param>
public sealed record RunSummary(
    string Key, RunState State, int Cells, int FinishedCells, int Seeds, double Progress, string Device, DateTimeOffset Changed, string Remark)
{
    /// <summary>A run whose folder cannot be read.</summary>
    public static RunSummary Unreadable(string key, DateTimeOffset changed, string remark) => new(key, RunState.Unreadable, 0, 0, 0, 0, "", changed, remark);
}
