namespace FlowLab.Host.Devices;

/// <summary>The numbered reasons why a device that looks fine is not used.</summary>
internal static class DeviceFaults
{
    public const string Refused = "FLR024";
    public const string WrongNumbers = "FLR025";
    public const string Failed = "FLR026";

    /// <summary>A driver threw instead of working. Its words may have many lines; the first says what it is about.</summary>
    public static string DriverFailed(Exception failure)
    {
        Exception cause = failure.GetBaseException();
        return $"{Failed} its driver fails ({cause.GetType().Name}: {cause.Message.Split('\n')[0].Trim()})";
    }

    /// <summary>A number of the probe is not what its C# says.</summary>
    public static string ProbeFailed(string what, int index, object expected, object actual) =>
        FormattableString.Invariant($"{WrongNumbers} it computes wrong numbers ({what} {index} of the probe: expected {expected}, found {actual})");
}
