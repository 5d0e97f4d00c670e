namespace ILGPU.Runtime.Cuda;

/// <summary>Memory.</summary>
internal sealed unsafe partial class CudaApi
{
    private delegate* unmanaged<nint*, nuint, CudaStatus> _memoryAllocate;
    private delegate* unmanaged<nint, CudaStatus> _memoryFree;
    private delegate* unmanaged<nuint*, nuint*, CudaStatus> _memoryGetInfo;
    private delegate* unmanaged<nint, void*, nuint, nint, CudaStatus> _copyToDevice;
    private delegate* unmanaged<void*, nint, nuint, nint, CudaStatus> _copyToHost;
    private delegate* unmanaged<nint, nint, nuint, nint, CudaStatus> _copyOnDevice;
    private delegate* unmanaged<nint, byte, nuint, nint, CudaStatus> _fill;

    internal CudaStatus MemoryAllocate(nint* address, nuint bytes) => _memoryAllocate(address, bytes);

    internal CudaStatus MemoryFree(nint address) => _memoryFree(address);

    internal CudaStatus MemoryGetInfo(nuint* free, nuint* total) => _memoryGetInfo(free, total);

    internal CudaStatus CopyToDevice(nint target, void* source, nuint bytes, nint stream) => _copyToDevice(target, source, bytes, stream);

    internal CudaStatus CopyToHost(void* target, nint source, nuint bytes, nint stream) => _copyToHost(target, source, bytes, stream);

    internal CudaStatus CopyOnDevice(nint target, nint source, nuint bytes, nint stream) => _copyOnDevice(target, source, bytes, stream);

    internal CudaStatus Fill(nint target, byte value, nuint bytes, nint stream) => _fill(target, value, bytes, stream);

    private void FindMemory()
    {
        _memoryAllocate = (delegate* unmanaged<nint*, nuint, CudaStatus>)Find("cuMemAlloc_v2");
        _memoryFree = (delegate* unmanaged<nint, CudaStatus>)Find("cuMemFree_v2");
        _memoryGetInfo = (delegate* unmanaged<nuint*, nuint*, CudaStatus>)Find("cuMemGetInfo_v2");
        _copyToDevice = (delegate* unmanaged<nint, void*, nuint, nint, CudaStatus>)Find("cuMemcpyHtoDAsync_v2");
        _copyToHost = (delegate* unmanaged<void*, nint, nuint, nint, CudaStatus>)Find("cuMemcpyDtoHAsync_v2");
        _copyOnDevice = (delegate* unmanaged<nint, nint, nuint, nint, CudaStatus>)Find("cuMemcpyDtoDAsync_v2");
        _fill = (delegate* unmanaged<nint, byte, nuint, nint, CudaStatus>)Find("cuMemsetD8Async");
    }
}
