namespace FlowLab.Host;

/// <summary>What the process tells its caller.</summary>
public static class ExitCodes
{
    public const int Success = 0;
    public const int UnexpectedError = 1;
    public const int InvalidInput = 2;
    public const int SeedsStopped = 3;
    public const int Interrupted = 130;
}
