using System.Runtime.InteropServices;
using ILGPU.Runtime.Cuda;

namespace ILGPU.Tests.Cuda.Driver;

/// <summary>Memory of the devices, which is memory of the host under another name.</summary>
internal static unsafe partial class FakeCuda
{
    private const byte Garbage = 0xEE;

    private static readonly Dictionary<nint, long> Allocations = [];

    private static void AddMemory()
    {
        Functions["cuMemAlloc_v2"] = (nint)(delegate* unmanaged<nint*, nuint, CudaStatus>)&MemoryAllocate;
        Functions["cuMemFree_v2"] = (nint)(delegate* unmanaged<nint, CudaStatus>)&MemoryFree;
        Functions["cuMemGetInfo_v2"] = (nint)(delegate* unmanaged<nuint*, nuint*, CudaStatus>)&MemoryGetInfo;
        Functions["cuMemcpyHtoDAsync_v2"] = (nint)(delegate* unmanaged<nint, void*, nuint, nint, CudaStatus>)&CopyToDevice;
        Functions["cuMemcpyDtoHAsync_v2"] = (nint)(delegate* unmanaged<void*, nint, nuint, nint, CudaStatus>)&CopyToHost;
        Functions["cuMemcpyDtoDAsync_v2"] = (nint)(delegate* unmanaged<nint, nint, nuint, nint, CudaStatus>)&CopyOnDevice;
        Functions["cuMemsetD8Async"] = (nint)(delegate* unmanaged<nint, byte, nuint, nint, CudaStatus>)&Fill;
    }

    private static FakeDevice CurrentDevice => DeviceOf((int)(t_current / 1000))!;

    [UnmanagedCallersOnly]
    private static CudaStatus MemoryAllocate(nint* address, nuint bytes) => Run("cuMemAlloc_v2", () =>
    {
        if (Allocations.Values.Sum() + (long)bytes > CurrentDevice.MemoryInBytes)
            return CudaStatus.CUDA_ERROR_OUT_OF_MEMORY;
        var memory = NativeMemory.AlignedAlloc(bytes, 256);
        NativeMemory.Fill(memory, bytes, Garbage);
        Allocations[(nint)memory] = (long)bytes;
        return Set(address, (nint)memory);
    });

    /// <summary>The driver waits for everything before it frees.</summary>
    [UnmanagedCallersOnly]
    private static CudaStatus MemoryFree(nint address) => Run("cuMemFree_v2", () =>
    {
        FinishAll();
        if (!Allocations.Remove(address, out _))
            return CudaStatus.CUDA_ERROR_INVALID_VALUE;
        NativeMemory.AlignedFree((void*)address);
        return CudaStatus.CUDA_SUCCESS;
    });

    [UnmanagedCallersOnly]
    private static CudaStatus MemoryGetInfo(nuint* free, nuint* total) => Run("cuMemGetInfo_v2", () =>
    {
        *total = (nuint)CurrentDevice.MemoryInBytes;
        return Set(free, (nuint)(CurrentDevice.MemoryInBytes - Allocations.Values.Sum()));
    });

    /// <summary>Memory of the host is read at once, unless the device reads it itself.</summary>
    [UnmanagedCallersOnly]
    private static CudaStatus CopyToDevice(nint target, void* source, nuint bytes, nint stream) => Run("cuMemcpyHtoDAsync_v2", () =>
    {
        if (CurrentDevice.AccessesHostMemory)
            return Enqueue(stream, () => Copy((void*)target, source, bytes, target));
        var staged = new ReadOnlySpan<byte>(source, (int)bytes).ToArray();
        return Enqueue(stream, () =>
        {
            fixed (byte* start = staged)
                Copy((void*)target, start, bytes, target);
        });
    });

    [UnmanagedCallersOnly]
    private static CudaStatus CopyToHost(void* target, nint source, nuint bytes, nint stream) =>
        Run("cuMemcpyDtoHAsync_v2", () => Enqueue(stream, () => Copy(target, (void*)source, bytes, source)));

    [UnmanagedCallersOnly]
    private static CudaStatus CopyOnDevice(nint target, nint source, nuint bytes, nint stream) => Run("cuMemcpyDtoDAsync_v2", () => Enqueue(stream, () =>
    {
        Require(source, bytes);
        if (source < target + (nint)bytes && target < source + (nint)bytes)
            throw new InvalidOperationException("a copy whose places overlap has no defined result");
        Copy((void*)target, (void*)source, bytes, target);
    }));

    [UnmanagedCallersOnly]
    private static CudaStatus Fill(nint target, byte value, nuint bytes, nint stream) => Run("cuMemsetD8Async", () => Enqueue(stream, () =>
    {
        Require(target, bytes);
        NativeMemory.Fill((void*)target, bytes, value);
    }));

    private static void Copy(void* target, void* source, nuint bytes, nint onDevice)
    {
        Require(onDevice, bytes);
        NativeMemory.Copy(source, target, bytes);
    }

    private static void Require(nint address, nuint bytes)
    {
        if (!Allocations.Any(allocation => address >= allocation.Key && address + (nint)bytes <= allocation.Key + allocation.Value))
            throw new InvalidOperationException($"{bytes} bytes at 0x{address:X} are no memory of a device");
    }
}
