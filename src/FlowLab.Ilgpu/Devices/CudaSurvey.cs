using System.Collections.Immutable;
using System.Globalization;
using ILGPU.Runtime.Cuda;

namespace FlowLab.Devices;

/// <summary>The devices of the CUDA driver.</summary>
internal static class CudaSurvey
{
    private const string Kind = "cuda";

    internal static DeviceSurvey Take() => Of(CudaInstallation.Current.Devices, CudaInstallation.Current.Fault);

    /// <param name="devices">All devices of the driver.</param>
    /// <param name="fault">Why there are none, or null.</param>
    internal static DeviceSurvey Of(ImmutableArray<CudaDevice> devices, string? fault)
    {
        var usable = devices.Where(device => device.Refusal is null).ToList();
        return new([.. devices.Select(device => Report(device, usable.IndexOf(device)))], fault is null ? [] : [$"{Kind}: {fault}"]);
    }

    private static DeviceReport Report(CudaDevice device, int index) => new(
        Kind, index, device.Name,
        string.Create(
            CultureInfo.InvariantCulture,
            $"compute capability {device.ComputeCapability.Major}.{device.ComputeCapability.Minor}, driver for CUDA {device.DriverNumber / 1000}.{device.DriverNumber % 1000 / 10}"),
        device.NumMultiprocessors, device.MemorySize,
        device.Refusal is null ? ["kernels", "double", "atomics of 32 and 64 bits", string.Create(CultureInfo.InvariantCulture, $"warps of {device.WarpSize}")] : [], device.Refusal);
}
