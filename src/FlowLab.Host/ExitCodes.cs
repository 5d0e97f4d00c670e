namespace FlowLab.Host;

/// <summary>What the process tells its caller.</summary>
public static class ExitCodes
{
    public const int Success = 0;
    public const int UnexpectedError = 1;
    public const int InvalidInput = 2;

    /// <summary>Finished, but seeds were stopped, cells failed, or figures contradict each other.</summary>
    public const int FinishedWithFaults = 3;

    public const int Interrupted = 130;
}
