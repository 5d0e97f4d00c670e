using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Why kernels do not run on a device.</summary>
internal static partial class OpenClDeviceRefusal
{
    private const int OldestVersion = 12;

    /// <summary>The reason, or null.</summary>
    internal static string? Of(OpenClDeviceFacts device) => device switch
    {
        { IsAvailable: false } => "the driver says that it is not available",
        { HasCompiler: false } => "its driver has no compiler",
        { IsCustom: true } => "it runs built-in functions only",
        _ when VersionOf(device.Version) < OldestVersion => $"it has {device.Version}, and kernels need OpenCL 1.2",
        { Profile: not "FULL_PROFILE" } => "it has the embedded profile, which lacks 64-bit integers and exact float arithmetic",
        { IsLittleEndian: false } => "its memory is big-endian",
        _ when !device.FloatingPoint.HasFlag(OpenClFloatingPoint.InfinityAndNaN | OpenClFloatingPoint.RoundToNearest) => "its float has no infinity and NaN, or does not round to nearest",
        _ => null,
    };

    /// <summary>"OpenCL 3.0 PoCL ..." is 30.</summary>
    internal static int VersionOf(string text)
    {
        var match = VersionPattern().Match(text);
        return match.Success
            ? (10 * int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) + int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)
            : 0;
    }

    [GeneratedRegex(@"OpenCL (\d+)\.(\d)")]
    private static partial Regex VersionPattern();
}
