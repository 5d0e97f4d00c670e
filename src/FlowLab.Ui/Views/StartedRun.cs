namespace FlowLab.Ui.Views;

/// <summary>A process that the page has started.</summary>
/// <param name="Key">The run that it works on.</param>
/// <param name="ExitCode">How it ended; null while it runs.</param>
/// <param name="IsStopping">Whether it was asked to stop.</param>
/// <param name="Output">The last lines that it printed.</param>
public sealed record StartedRun(string Key, int? ExitCode, bool IsStopping, string Output)
{
    /// <summary>Whether it runs.</summary>
    public bool IsRunning => ExitCode is null;
}
