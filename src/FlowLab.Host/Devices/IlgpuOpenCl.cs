using FlowLab.Accelerators.OpenCl12;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Host.Devices;

/// <summary>ILGPU's accelerator for OpenCL devices with generic address space.</summary>
internal static class IlgpuOpenCl
{
    public static DeviceDriver DriverOf(OpenCl12Device device)
    {
        try
        {
            return DriverOf(new CLDevice(device.PlatformId, device.DeviceId));
        }
#pragma warning disable CA1031 // Whatever a driver throws is about this device and must not hide the others.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return DeviceDriver.Refused(DeviceDriver.IlgpuOpenCl, DeviceFaults.DriverFailed(failure));
        }
    }

    private static DeviceDriver DriverOf(CLDevice device) => RefusalOf(device) is { } refusal
        ? DeviceDriver.Refused(DeviceDriver.IlgpuOpenCl, refusal)
        : new(DeviceDriver.IlgpuOpenCl, [.. Abilities(device)], Refusal: null, (context, _) => device.CreateCLAccelerator(context));

    /// <summary>What ILGPU asks for when it lists devices. It throws where they are opened all the same.</summary>
    private static string? RefusalOf(CLDevice device) =>
        device.CLStdVersion < CLBackend.MinimumVersion ? $"it has OpenCL C {device.CLStdVersion}, and ILGPU needs {CLBackend.MinimumVersion}"
        : !device.Capabilities.GenericAddressSpace ? "it has no generic address space"
        : null;

    private static IEnumerable<string> Abilities(CLDevice device)
    {
        yield return "kernels";
        yield return device.Capabilities.Float64 ? "double" : "no double";
        yield return device.Capabilities.Int64_Atomics ? "atomics of 32 and 64 bits" : "atomics of 32 bits";
    }
}
