namespace FlowLab.Ui.Views;

/// <summary>A run that is being looked at.</summary>
public interface IRunWatch : IDisposable
{
    /// <summary>Whether something was written, or a process began or ended, since the last <see cref="Read"/>.</summary>
    bool HasChanged();

    /// <summary>The run as it is now.</summary>
    /// <exception cref="PageException">It cannot be read.</exception>
    RunView Read();

    /// <summary>Training curves of some cells.</summary>
    /// <param name="metric">What was recorded.</param>
    /// <param name="cells">Places of the cells in the plan.</param>
    /// <exception cref="PageException">They cannot be read.</exception>
    IReadOnlyList<CurveBand> Curves(string metric, IReadOnlyList<int> cells);
}
