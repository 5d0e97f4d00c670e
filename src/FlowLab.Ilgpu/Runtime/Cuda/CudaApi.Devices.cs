namespace ILGPU.Runtime.Cuda;

/// <summary>Devices, contexts and errors.</summary>
internal sealed unsafe partial class CudaApi
{
    private delegate* unmanaged<uint, CudaStatus> _init;
    private delegate* unmanaged<int*, CudaStatus> _driverGetVersion;
    private delegate* unmanaged<int*, CudaStatus> _deviceGetCount;
    private delegate* unmanaged<int*, int, CudaStatus> _deviceGet;
    private delegate* unmanaged<byte*, int, int, CudaStatus> _deviceGetName;
    private delegate* unmanaged<nuint*, int, CudaStatus> _deviceTotalMemory;
    private delegate* unmanaged<int*, CudaAttribute, int, CudaStatus> _deviceGetAttribute;
    private delegate* unmanaged<nint*, int, CudaStatus> _primaryContextRetain;
    private delegate* unmanaged<int, CudaStatus> _primaryContextRelease;
    private delegate* unmanaged<nint, CudaStatus> _contextSetCurrent;
    private delegate* unmanaged<CudaStatus> _contextSynchronize;
    private delegate* unmanaged<CudaStatus, byte**, CudaStatus> _getErrorName;
    private delegate* unmanaged<CudaStatus, byte**, CudaStatus> _getErrorString;

    internal CudaStatus Init(uint flags) => _init(flags);

    internal CudaStatus DriverGetVersion(int* version) => _driverGetVersion(version);

    internal CudaStatus DeviceGetCount(int* count) => _deviceGetCount(count);

    internal CudaStatus DeviceGet(int* device, int ordinal) => _deviceGet(device, ordinal);

    internal CudaStatus DeviceGetName(byte* name, int length, int device) => _deviceGetName(name, length, device);

    internal CudaStatus DeviceTotalMemory(nuint* bytes, int device) => _deviceTotalMemory(bytes, device);

    internal CudaStatus DeviceGetAttribute(int* value, CudaAttribute attribute, int device) =>
        _deviceGetAttribute(value, attribute, device);

    internal CudaStatus PrimaryContextRetain(nint* context, int device) => _primaryContextRetain(context, device);

    internal CudaStatus PrimaryContextRelease(int device) => _primaryContextRelease(device);

    internal CudaStatus ContextSetCurrent(nint context) => _contextSetCurrent(context);

    internal CudaStatus ContextSynchronize() => _contextSynchronize();

    internal CudaStatus GetErrorName(CudaStatus status, byte** text) => _getErrorName(status, text);

    internal CudaStatus GetErrorString(CudaStatus status, byte** text) => _getErrorString(status, text);

    private void FindDevices()
    {
        _init = (delegate* unmanaged<uint, CudaStatus>)Find("cuInit");
        _driverGetVersion = (delegate* unmanaged<int*, CudaStatus>)Find("cuDriverGetVersion");
        _deviceGetCount = (delegate* unmanaged<int*, CudaStatus>)Find("cuDeviceGetCount");
        _deviceGet = (delegate* unmanaged<int*, int, CudaStatus>)Find("cuDeviceGet");
        _deviceGetName = (delegate* unmanaged<byte*, int, int, CudaStatus>)Find("cuDeviceGetName");
        _deviceTotalMemory = (delegate* unmanaged<nuint*, int, CudaStatus>)Find("cuDeviceTotalMem_v2");
        _deviceGetAttribute = (delegate* unmanaged<int*, CudaAttribute, int, CudaStatus>)Find("cuDeviceGetAttribute");
        _primaryContextRetain = (delegate* unmanaged<nint*, int, CudaStatus>)Find("cuDevicePrimaryCtxRetain");
        _primaryContextRelease = (delegate* unmanaged<int, CudaStatus>)Find("cuDevicePrimaryCtxRelease_v2");
        _contextSetCurrent = (delegate* unmanaged<nint, CudaStatus>)Find("cuCtxSetCurrent");
        _contextSynchronize = (delegate* unmanaged<CudaStatus>)Find("cuCtxSynchronize");
        _getErrorName = (delegate* unmanaged<CudaStatus, byte**, CudaStatus>)Find("cuGetErrorName");
        _getErrorString = (delegate* unmanaged<CudaStatus, byte**, CudaStatus>)Find("cuGetErrorString");
    }
}
