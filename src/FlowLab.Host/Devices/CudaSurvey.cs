using System.Collections.Immutable;
using System.Globalization;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace FlowLab.Host.Devices;

/// <summary>The devices of the CUDA driver, by ILGPU's accelerator.</summary>
internal static class CudaSurvey
{
    public static DeviceSurvey Take()
    {
        DriverLibraries.Register();
        ImmutableArray<Device> devices = CudaDevice.GetDevices(_ => true);
        return new(DeviceOffer.Numbered(devices.Cast<CudaDevice>().Select(Offer)), [.. Notes(devices.Length)]);
    }

    private static DeviceOffer Offer(CudaDevice device) => new(
        DeviceName.Cuda, DeviceName.Cuda, device.Name,
        string.Create(
            CultureInfo.InvariantCulture,
            $"compute capability {device.Architecture?.Major}.{device.Architecture?.Minor}, driver for CUDA {device.DriverVersion.Major}.{device.DriverVersion.Minor}"),
        device.NumMultiprocessors, device.MemorySize, [DriverOf(device)]);

    private static DeviceDriver DriverOf(CudaDevice device) => device.InstructionSet is null
        ? DeviceDriver.Refused(DeviceDriver.IlgpuCuda, "ILGPU knows no PTX for its architecture and driver")
        : new(
            DeviceDriver.IlgpuCuda,
            ["kernels", "double", "atomics of 32 and 64 bits", string.Create(CultureInfo.InvariantCulture, $"warps of {device.WarpSize}")],
            Refusal: null, (context, _) => device.CreateCudaAccelerator(context));

    /// <summary>ILGPU lists no device behind one that it fails on, and says nothing.</summary>
    private static IEnumerable<string> Notes(int listed)
    {
        if (!DriverLibraries.HasCuda)
            yield return $"{DeviceName.Cuda}: there is no CUDA driver on this machine ({DriverLibraries.CudaNames}); install the driver of the NVIDIA device";
        else if (CudaAPI.CurrentAPI.GetDeviceCount(out int count) is not CudaError.CUDA_SUCCESS and var error)
            yield return $"{DeviceName.Cuda}: the CUDA driver does not start ({error}); look at it with nvidia-smi";
        else if (count != listed)
            yield return string.Create(CultureInfo.InvariantCulture, $"{DeviceName.Cuda}: the driver has {count} devices, and ILGPU can describe {listed} of them");
    }
}
