namespace FlowLab.Ui.Views;

/// <summary>Lays runs beside each other.</summary>
public interface IRunComparer
{
    /// <summary>Compares.</summary>
    /// <param name="keys">The runs.</param>
    /// <param name="by">What makes the groups; empty for everything that varies.</param>
    /// <param name="metric">What is compared; empty for the headline.</param>
    /// <exception cref="PageException">There is nothing to compare.</exception>
    ComparisonView Compare(IReadOnlyList<string> keys, string by, string metric);

    /// <summary>Settings in which the runs differ.</summary>
    /// <exception cref="PageException">A run cannot be read.</exception>
    IReadOnlyList<SettingRow> Differences(IReadOnlyList<string> keys);
}
