using System.Globalization;
using System.Text.RegularExpressions;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Why kernels do not run on a device.</summary>
internal static partial class CLRefusal
{
    private const ulong CustomDevice = 1 << 4;
    private const int OldestVersion = 12;

    internal static string? Of(CLDevice device) => true switch
    {
        _ when device.Value<uint>(CLInfo.DeviceAvailable) == 0 => "the driver says that it is not available",
        _ when device.Value<uint>(CLInfo.DeviceCompilerAvailable) == 0 => "its driver has no compiler",
        _ when (device.Value<ulong>(CLInfo.DeviceType) & CustomDevice) != 0 => "it runs built-in functions only",
        _ when VersionOf(device.Version) < OldestVersion => $"it has {device.Version}, and kernels need OpenCL 1.2",
        _ when device.Text(CLInfo.DeviceProfile) != "FULL_PROFILE" => "it has the embedded profile, which lacks 64-bit integers and exact float arithmetic",
        _ when device.Value<uint>(CLInfo.DeviceEndianLittle) == 0 => "its memory is big-endian",
        _ when !device.FloatingPoint.HasFlag(CLFloatingPoint.InfinityAndNaN | CLFloatingPoint.RoundToNearest) => "its float has no infinity and NaN, or does not round to nearest",
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
