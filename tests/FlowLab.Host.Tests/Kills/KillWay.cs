namespace FlowLab.Host.Tests.Kills;

/// <summary>How a run meets its end.</summary>
internal enum KillWay
{
    /// <summary>SIGKILL, as a power cut.</summary>
    Killed,

    /// <summary>SIGINT, as Ctrl-C.</summary>
    Interrupted,

    /// <summary>SIGTERM, as a machine that shuts down.</summary>
    Terminated,

    /// <summary>SIGHUP, as a terminal that closes.</summary>
    HungUp,

    /// <summary>SIGKILL, of a run whose standard output is closed from the start.</summary>
    KilledWithoutOutput,

    /// <summary>SIGTERM, of a run whose standard output takes nothing, as on a full disk.</summary>
    TerminatedWithFullOutput,

    /// <summary>SIGTERM, of a run whose cells have processes of their own.</summary>
    TerminatedIsolated,

    /// <summary>The disk fills up.</summary>
    DiskFull,

    /// <summary>SIGKILL, and the folder cannot be written when the run is to go on.</summary>
    KilledReadOnly,
}
