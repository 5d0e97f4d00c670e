namespace FlowLab.Ui.Views;

/// <summary>Starts, stops and goes on with runs, each in a process of its own.</summary>
public interface IRunControl
{
    /// <summary>Starts a manifest.</summary>
    /// <returns>The key that the run will have.</returns>
    /// <exception cref="PageException">The process cannot be started.</exception>
    string Start(StartRequest request);

    /// <summary>Goes on with a run that was stopped.</summary>
    /// <exception cref="PageException">A process works on it already.</exception>
    void Resume(string key);

    /// <summary>Asks the process of a run to finish its step and write a checkpoint; it ends a little later.</summary>
    /// <exception cref="PageException">No process of this page works on it.</exception>
    void Stop(string key);

    /// <summary>The last process that this page started for a run; null if it started none.</summary>
    StartedRun? Find(string key);

    /// <summary>The processes that this page has started, the latest first.</summary>
    IReadOnlyList<StartedRun> Started { get; }
}
