namespace FlowLab.Accelerators.OpenCl12;

/// <summary>A driver with its devices.</summary>
/// <param name="Name">The name that it gives itself.</param>
/// <param name="Version">The version of OpenCL and what the vendor adds to it.</param>
/// <param name="Devices">Its devices, those that kernels do not run on among them.</param>
/// <param name="Fault">Why it could not be asked for them, or null.</param>
internal sealed unsafe record OpenClPlatform(string Name, string Version, IReadOnlyList<OpenCl12Device> Devices, string? Fault)
{
    private const ulong AllDevices = 0xFFFFFFFF;
    private const string Attempt = "asking an OpenCL platform for its properties";

    internal static string TextOf(nint platform, uint property) =>
        OpenClInfo.TextOf((size, value, needed) => OpenClApi.GetPlatformInfo(platform, property, size, value, needed), Attempt);

    /// <summary>A driver that is broken must not hide the others.</summary>
    internal static OpenClPlatform Of(nint platform)
    {
        var (name, version) = ("", "");
        try
        {
            (name, version) = (TextOf(platform, OpenClInfo.PlatformName), TextOf(platform, OpenClInfo.PlatformVersion));
            return new(name, version, [.. DeviceIds(platform).Select(device => new OpenCl12Device(platform, device))], Fault: null);
        }
        catch (OpenCl12Exception error)
        {
            return new(name, version, [], error.Message);
        }
    }

    private static nint[] DeviceIds(nint platform)
    {
        uint count;
        var status = OpenClApi.GetDeviceIds(platform, AllDevices, 0, null, &count);
        if (status == OpenClStatus.CL_DEVICE_NOT_FOUND)
            return [];
        OpenCl12Exception.ThrowIfFailed(status, Attempt);
        var devices = new nint[count];
        fixed (nint* start = devices)
            OpenCl12Exception.ThrowIfFailed(OpenClApi.GetDeviceIds(platform, AllDevices, count, start, null), Attempt);
        return devices;
    }
}
