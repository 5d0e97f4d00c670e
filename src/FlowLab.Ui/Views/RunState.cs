namespace FlowLab.Ui.Views;

/// <summary>What a run is doing, or how it ended.</summary>
public enum RunState
{
    /// <summary>A process works on it.</summary>
    Running,

    /// <summary>Not finished, and nobody works on it: it can go on.</summary>
    Stopped,

    /// <summary>Every cell is trained and measured.</summary>
    Finished,

    /// <summary>Finished, but seeds were stopped, cells failed or figures contradict each other.</summary>
    Faulty,

    /// <summary>Its database cannot be read.</summary>
    Unreadable,
}
