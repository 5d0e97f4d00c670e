using System.Globalization;
using FlowLab.Accelerators.OpenCl12;

namespace FlowLab.Host.Devices;

/// <summary>Our accelerator for OpenCL devices, which needs no generic address space.</summary>
internal static class OurOpenCl
{
    public static DeviceDriver DriverOf(OpenCl12Device device) => device.Refusal is { } refusal
        ? DeviceDriver.Refused(DeviceDriver.OpenCl12, refusal)
        : new(DeviceDriver.OpenCl12, [.. Abilities(device)], Refusal: null, (context, _) => device.CreateOpenCl12Accelerator(context));

    private static IEnumerable<string> Abilities(OpenCl12Device device)
    {
        yield return "kernels";
        yield return device.HasDoubles ? "double" : "no double";
        yield return device.HasLongAtomics ? "atomics of 32 and 64 bits" : "atomics of 32 bits";
        yield return device.Target.Shuffles == OpenClShuffles.LocalMemory
            ? string.Create(CultureInfo.InvariantCulture, $"warps of {device.WarpSize} through local memory")
            : string.Create(CultureInfo.InvariantCulture, $"sub-groups of {device.WarpSize}");
        if (!device.FloatingPoint.HasFlag(OpenClFloatingPoint.ExactDivisionAndRoot))
            yield return "float division and roots within 3 ulp";
        if (!device.FloatingPoint.HasFlag(OpenClFloatingPoint.Denormals))
            yield return "float denormals are 0";
    }
}
