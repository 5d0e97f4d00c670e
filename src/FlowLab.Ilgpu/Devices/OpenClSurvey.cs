using System.Globalization;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Devices;

/// <summary>The OpenCL platforms and their devices.</summary>
internal static class OpenClSurvey
{
    private const string Kind = "opencl";

    internal static DeviceSurvey Take()
    {
        var installation = CLInstallation.Current;
        List<string> notes = installation.Fault is { } fault ? [$"{Kind}: {fault}"] : [];
        notes.AddRange(installation.Platforms.Where(platform => platform.Fault is not null).Select(platform => $"{Kind}: {platform.Name}: {platform.Fault}"));
        var devices = new List<DeviceReport>();
        foreach (var platform in installation.Platforms)
            devices.AddRange(platform.Devices.Select(device => Report(platform, device, IndexOf(installation, device))));
        return new(devices, notes);
    }

    private static int IndexOf(CLInstallation installation, CLDevice device) =>
        installation.Devices.Where(other => other.Refusal is null).ToList().IndexOf(device);

    private static DeviceReport Report(CLPlatform platform, CLDevice device, int index) => new(
        Kind, index, device.Name, $"{platform.Name}, {device.Version}, driver {device.DriverVersion}", device.NumMultiprocessors, device.MemorySize,
        device.Refusal is null ? [.. Abilities(device)] : [], device.Refusal);

    private static IEnumerable<string> Abilities(CLDevice device)
    {
        var target = device.Target;
        yield return "kernels";
        yield return target.HasDoubles ? "double" : "no double";
        yield return target.HasLongAtomics ? "atomics of 32 and 64 bits" : "atomics of 32 bits";
        yield return target.Shuffles == OpenClShuffles.LocalMemory
            ? string.Create(CultureInfo.InvariantCulture, $"warps of {target.WarpSize} through local memory")
            : string.Create(CultureInfo.InvariantCulture, $"sub-groups of {target.WarpSize}");
        if (!device.FloatingPoint.HasFlag(CLFloatingPoint.ExactDivisionAndRoot))
            yield return "float division and roots within 3 ulp";
        if (!device.FloatingPoint.HasFlag(CLFloatingPoint.Denormals))
            yield return "float denormals are 0";
    }
}
