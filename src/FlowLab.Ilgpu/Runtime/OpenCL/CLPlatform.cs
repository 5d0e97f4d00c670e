namespace ILGPU.Runtime.OpenCL;

/// <summary>A driver with its devices.</summary>
/// <param name="Name">The name that it gives itself.</param>
/// <param name="Version">The version of OpenCL and what the vendor adds to it.</param>
/// <param name="Devices">Its devices, those that kernels do not run on among them.</param>
/// <param name="Fault">Why it could not be asked for them, or null.</param>
internal sealed unsafe record CLPlatform(string Name, string Version, IReadOnlyList<CLDevice> Devices, string? Fault)
{
    private const ulong AllDevices = 0xFFFFFFFF;
    private const string Attempt = "asking an OpenCL platform for its properties";

    internal static string TextOf(nint platform, uint property) =>
        CLInfo.TextOf((size, value, needed) => CLNative.GetPlatformInfo(platform, property, size, value, needed), Attempt);

    /// <summary>A driver that is broken must not hide the others.</summary>
    internal static CLPlatform Of(nint platform)
    {
        var (name, version) = ("", "");
        try
        {
            (name, version) = (TextOf(platform, CLInfo.PlatformName), TextOf(platform, CLInfo.PlatformVersion));
            return new(name, version, [.. DeviceIds(platform).Select(device => new CLDevice(platform, device))], Fault: null);
        }
        catch (CLException error)
        {
            return new(name, version, [], error.Message);
        }
    }

    private static nint[] DeviceIds(nint platform)
    {
        uint count;
        var status = CLNative.GetDeviceIds(platform, AllDevices, 0, null, &count);
        if (status == CLStatus.CL_DEVICE_NOT_FOUND)
            return [];
        CLException.ThrowIfFailed(status, Attempt);
        var devices = new nint[count];
        fixed (nint* start = devices)
            CLException.ThrowIfFailed(CLNative.GetDeviceIds(platform, AllDevices, count, start, null), Attempt);
        return devices;
    }
}
