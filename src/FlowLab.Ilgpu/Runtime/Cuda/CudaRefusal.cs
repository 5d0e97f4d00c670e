using System.Globalization;
using ILGPU.Backends.Cuda;

namespace ILGPU.Runtime.Cuda;

/// <summary>Why kernels do not run on a device.</summary>
internal static class CudaRefusal
{
    private const int ProhibitedMode = 2;
    private const int OldestCapability = 6;

    /// <summary>That of CUDA 9.0, the first to read PTX of version 6.0.</summary>
    private const int OldestDriver = 9000;

    internal static string? Of(CudaDevice device)
    {
        var (major, minor) = device.ComputeCapability;
        if (major < OldestCapability)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"its compute capability is {major}.{minor}, and kernels need {OldestCapability}.0 ({PtxEmitter.Target})");
        }

        if (device.DriverNumber < OldestDriver)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"its driver is one of CUDA {device.DriverNumber / 1000}.{device.DriverNumber % 1000 / 10}, and kernels need 9.0; update it");
        }

        return device.Value(CudaAttribute.ComputeMode) == ProhibitedMode ? "its owner forbids computing on it (nvidia-smi, compute mode prohibited)" : null;
    }
}
