using FlowLab.Accelerators.OpenCl12;

namespace FlowLab.Host.Devices;

/// <summary>The OpenCL devices of all platforms, numbered in their order.</summary>
internal static class OpenClSurvey
{
    /// <summary>By ILGPU's accelerator where it takes the device, else by ours.</summary>
    public static DeviceSurvey OfBest()
    {
        DriverLibraries.Register();
        return new(OffersOf(DeviceName.OpenCl, device => [IlgpuOpenCl.DriverOf(device), OurOpenCl.DriverOf(device)]), [.. Notes()]);
    }

    /// <summary>By ours.</summary>
    public static DeviceSurvey OfOurs() => new(OffersOf(DeviceName.OpenCl12, device => [OurOpenCl.DriverOf(device)]), []);

    private static IReadOnlyList<DeviceOffer> OffersOf(string kind, Func<OpenCl12Device, DeviceDriver[]> driversOf) =>
        DeviceOffer.Numbered(OpenClInstallation.Current.Devices.Select(device => Offer(kind, device, driversOf(device))));

    private static DeviceOffer Offer(string kind, OpenCl12Device device, DeviceDriver[] drivers) => new(
        kind, kind, device.Name, $"{device.PlatformName}, {device.Version}, driver {device.DriverVersion}",
        device.NumMultiprocessors, device.MemorySize, drivers);

    private static IEnumerable<string> Notes()
    {
        OpenClInstallation installation = OpenClInstallation.Current;
        if (installation.Fault is { } fault)
            yield return $"{DeviceName.OpenCl}: {fault}";
        foreach (OpenClPlatform platform in installation.Platforms.Where(platform => platform.Fault is not null))
            yield return $"{DeviceName.OpenCl}: {platform.Name}: {platform.Fault}";
    }
}
