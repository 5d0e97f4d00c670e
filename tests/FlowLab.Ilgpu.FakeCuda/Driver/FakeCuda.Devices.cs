using System.Runtime.InteropServices;
using System.Text;
using ILGPU.Runtime.Cuda;

namespace ILGPU.Tests.Cuda.Driver;

/// <summary>Devices, contexts and errors.</summary>
internal static unsafe partial class FakeCuda
{
    private static void AddDevices()
    {
        Functions["cuInit"] = (nint)(delegate* unmanaged<uint, CudaStatus>)&Init;
        Functions["cuDriverGetVersion"] = (nint)(delegate* unmanaged<int*, CudaStatus>)&DriverGetVersion;
        Functions["cuDeviceGetCount"] = (nint)(delegate* unmanaged<int*, CudaStatus>)&DeviceGetCount;
        Functions["cuDeviceGet"] = (nint)(delegate* unmanaged<int*, int, CudaStatus>)&DeviceGet;
        Functions["cuDeviceGetName"] = (nint)(delegate* unmanaged<byte*, int, int, CudaStatus>)&DeviceGetName;
        Functions["cuDeviceTotalMem_v2"] = (nint)(delegate* unmanaged<nuint*, int, CudaStatus>)&DeviceTotalMemory;
        Functions["cuDeviceGetAttribute"] = (nint)(delegate* unmanaged<int*, CudaAttribute, int, CudaStatus>)&DeviceGetAttribute;
        Functions["cuDevicePrimaryCtxRetain"] = (nint)(delegate* unmanaged<nint*, int, CudaStatus>)&PrimaryContextRetain;
        Functions["cuDevicePrimaryCtxRelease_v2"] = (nint)(delegate* unmanaged<int, CudaStatus>)&PrimaryContextRelease;
        Functions["cuCtxSetCurrent"] = (nint)(delegate* unmanaged<nint, CudaStatus>)&ContextSetCurrent;
        Functions["cuCtxSynchronize"] = (nint)(delegate* unmanaged<CudaStatus>)&ContextSynchronize;
        Functions["cuGetErrorName"] = (nint)(delegate* unmanaged<CudaStatus, byte**, CudaStatus>)&GetErrorName;
        Functions["cuGetErrorString"] = (nint)(delegate* unmanaged<CudaStatus, byte**, CudaStatus>)&GetErrorString;
    }

    /// <summary>Devices are numbered from 100 on, so that nobody takes an ordinal for a device.</summary>
    private static FakeDevice? DeviceOf(int device) => s_devices.ElementAtOrDefault(device - 100);

    [UnmanagedCallersOnly]
    private static CudaStatus Init(uint flags) =>
        Run("cuInit", () => s_devices.Length == 0 ? CudaStatus.CUDA_ERROR_NO_DEVICE : CudaStatus.CUDA_SUCCESS, needsContext: false);

    [UnmanagedCallersOnly]
    private static CudaStatus DriverGetVersion(int* version) => Run("cuDriverGetVersion", () => Set(version, Version), needsContext: false);

    [UnmanagedCallersOnly]
    private static CudaStatus DeviceGetCount(int* count) => Run("cuDeviceGetCount", () => Set(count, s_devices.Length), needsContext: false);

    [UnmanagedCallersOnly]
    private static CudaStatus DeviceGet(int* device, int ordinal) => Run("cuDeviceGet", () => Set(device, 100 + ordinal), needsContext: false);

    [UnmanagedCallersOnly]
    private static CudaStatus DeviceGetName(byte* name, int length, int device) => Run(
        "cuDeviceGetName",
        () =>
        {
            var bytes = Encoding.UTF8.GetBytes(DeviceOf(device)!.Name + '\0');
            bytes.CopyTo(new Span<byte>(name, length));
            return CudaStatus.CUDA_SUCCESS;
        },
        needsContext: false);

    [UnmanagedCallersOnly]
    private static CudaStatus DeviceTotalMemory(nuint* bytes, int device) =>
        Run("cuDeviceTotalMem_v2", () => Set(bytes, (nuint)DeviceOf(device)!.MemoryInBytes), needsContext: false);

    [UnmanagedCallersOnly]
    private static CudaStatus DeviceGetAttribute(int* value, CudaAttribute attribute, int device) =>
        Run("cuDeviceGetAttribute", () => Set(value, DeviceOf(device)!.Value(attribute)), needsContext: false);

    /// <summary>The context of a device is its number times 1000.</summary>
    [UnmanagedCallersOnly]
    private static CudaStatus PrimaryContextRetain(nint* context, int device) => Run(
        "cuDevicePrimaryCtxRetain",
        () =>
        {
            var handle = device * 1000;
            Contexts[handle] = Contexts.GetValueOrDefault(handle) + 1;
            return Set(context, handle);
        },
        needsContext: false);

    [UnmanagedCallersOnly]
    private static CudaStatus PrimaryContextRelease(int device) => Run(
        "cuDevicePrimaryCtxRelease_v2",
        () =>
        {
            if (--Contexts[device * 1000] == 0)
                Contexts.Remove(device * 1000);
            return CudaStatus.CUDA_SUCCESS;
        },
        needsContext: false);

    [UnmanagedCallersOnly]
    private static CudaStatus ContextSetCurrent(nint context) => Run(
        "cuCtxSetCurrent",
        () =>
        {
            if (context != 0 && !Contexts.ContainsKey(context))
                return CudaStatus.CUDA_ERROR_INVALID_CONTEXT;
            t_current = context;
            return CudaStatus.CUDA_SUCCESS;
        },
        needsContext: false);

    [UnmanagedCallersOnly]
    private static CudaStatus ContextSynchronize() => Run("cuCtxSynchronize", FinishAll);

    [UnmanagedCallersOnly]
    private static CudaStatus GetErrorName(CudaStatus status, byte** text) => Set((nint*)text, NameOf(status));

    [UnmanagedCallersOnly]
    private static CudaStatus GetErrorString(CudaStatus status, byte** text) => CudaStatus.CUDA_ERROR_INVALID_VALUE;

    private static nint NameOf(CudaStatus status) =>
        Names.TryGetValue(status, out var name) ? name : Names[status] = Marshal.StringToCoTaskMemUTF8(status.ToString());

    private static CudaStatus Set<T>(T* target, T value)
        where T : unmanaged
    {
        *target = value;
        return CudaStatus.CUDA_SUCCESS;
    }
}
