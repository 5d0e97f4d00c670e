using System.Collections.Immutable;

namespace ILGPU.Runtime.Cuda;

/// <summary>The CUDA of the machine, asked once per process: its devices, or why there are none. Nothing here throws.</summary>
internal sealed unsafe class CudaInstallation
{
    private static readonly Lazy<CudaInstallation> Found = new(() => new(CudaLoader.Find(CudaLoader.DriverNames)));

    /// <param name="driver">The address of a function of the driver, or 0; null where there is no driver.</param>
    internal CudaInstallation(Func<string, nint>? driver)
    {
        if (driver is null)
        {
            Fault = $"there is no CUDA driver on this machine ({string.Join(", ", CudaLoader.DriverNames)}); install the driver of the NVIDIA device";
            return;
        }

        try
        {
            (Devices, Fault) = FindDevices(new(driver));
        }
        catch (Exception error) when (error is NotSupportedException or CudaException)
        {
            Fault = error.Message;
        }
    }

    internal static CudaInstallation Current => Found.Value;

    /// <summary>Why there is no device, or null.</summary>
    internal string? Fault { get; }

    /// <summary>All devices, those that kernels do not run on among them.</summary>
    internal ImmutableArray<CudaDevice> Devices { get; } = [];

    private static (ImmutableArray<CudaDevice> Devices, string? Fault) FindDevices(CudaApi api)
    {
        var status = api.Init(0);
        if (status == CudaStatus.CUDA_ERROR_NO_DEVICE)
            return ([], "the CUDA driver sees no device; CUDA_VISIBLE_DEVICES may hide it, and nvidia-smi shows what there is");
        if (status == CudaStatus.CUDA_ERROR_STUB_LIBRARY)
            return ([], "libcuda is the stub that developers link with; install the driver of the NVIDIA device");
        CudaException.ThrowIfFailed(api, status, "starting", "CUDA");
        int version, count;
        CudaException.ThrowIfFailed(api, api.DriverGetVersion(&version), "asking for the version of", "CUDA");
        CudaException.ThrowIfFailed(api, api.DeviceGetCount(&count), "counting the devices of", "CUDA");
        var driverNumber = version;
        return ([.. Enumerable.Range(0, count).Select(ordinal => new CudaDevice(api, driverNumber, ordinal))], null);
    }
}
