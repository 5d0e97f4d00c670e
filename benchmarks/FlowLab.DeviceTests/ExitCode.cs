namespace FlowLab.DeviceTests;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    internal const int Success = 0;
    internal const int Failure = 1;
    internal const int Usage = 2;

    /// <summary>There was nothing to test on: what test harnesses take for a skipped test.</summary>
    internal const int NoDevice = 77;
}
