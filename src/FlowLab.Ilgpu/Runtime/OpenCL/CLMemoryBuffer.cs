using System.Globalization;

namespace ILGPU.Runtime.OpenCL;

/// <summary>
/// Zero-initialised memory of an OpenCL device. <see cref="MemoryBuffer.NativePtr"/> is the handle of the memory object, so that the address in a view is the handle plus
/// the place in the buffer: the host takes it apart, and never reads through it. The driver keeps a released object until the queued
/// commands that use it are done.
/// </summary>
internal sealed unsafe partial class CLMemoryBuffer : MemoryBuffer
{
    private const ulong ReadWrite = 1;

    private readonly CLAccelerator _accelerator;

    internal CLMemoryBuffer(CLAccelerator accelerator, long length, int elementSize)
        : base(accelerator, length, elementSize)
    {
        _accelerator = accelerator;
        if (LengthInBytes == 0)
            return;
        CLStatus status;
        var attempt = string.Create(CultureInfo.InvariantCulture, $"allocating {LengthInBytes} bytes on {accelerator}");
        if (LengthInBytes > accelerator.CLDevice.LargestBuffer)
            throw OutOfMemory(CLStatus.CL_INVALID_BUFFER_SIZE, attempt);
        NativePtr = CLNative.CreateBuffer(accelerator.NativeContext, ReadWrite, (nuint)LengthInBytes, null, &status);
        if (CLException.IsOutOfMemory(status))
            throw OutOfMemory(status, attempt);
        CLException.ThrowIfFailed(status, attempt);
        accelerator.Clear(NativePtr, LengthInBytes);
    }

    ~CLMemoryBuffer() => DisposeOnce(disposing: false);

    protected override void Dispose(bool disposing)
    {
        if (NativePtr != 0)
            CLNative.ReleaseMemObject(NativePtr);
        NativePtr = 0;
        base.Dispose(disposing);
    }

    private CLException OutOfMemory(CLStatus status, string attempt)
    {
        var device = _accelerator.CLDevice;
        return CLException.OutOfMemory(status, attempt, string.Create(
            CultureInfo.InvariantCulture, $" The device has {device.MemorySize} bytes, and one buffer may have {device.LargestBuffer}."));
    }
}
