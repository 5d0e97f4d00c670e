using System.Globalization;
using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Memory of an OpenCL device, of undefined content. <see cref="MemoryBuffer.NativePtr"/> is the handle of the memory object, so that the address in
/// a view is the handle plus the place in the buffer: a launch takes it apart, and nobody reads through it. The driver keeps a released
/// object until the queued commands that use it are done.
/// </summary>
internal sealed unsafe partial class OpenCl12Buffer : MemoryBuffer
{
    private const ulong ReadWrite = 1;

    private readonly OpenCl12Accelerator _accelerator;

    internal OpenCl12Buffer(OpenCl12Accelerator accelerator, long length, int elementSize)
        : base(accelerator, length, elementSize)
    {
        _accelerator = accelerator;
        if (LengthInBytes == 0)
            return;
        OpenClStatus status;
        var attempt = string.Create(CultureInfo.InvariantCulture, $"allocating {LengthInBytes} bytes on {accelerator}");
        if (LengthInBytes > accelerator.Device.LargestBuffer)
            throw OutOfMemory(OpenClStatus.CL_INVALID_BUFFER_SIZE, attempt);
        NativePtr = OpenClApi.CreateBuffer(accelerator.NativePtr, ReadWrite, (nuint)LengthInBytes, null, &status);
        if (OpenCl12Exception.IsOutOfMemory(status))
            throw OutOfMemory(status, attempt);
        OpenCl12Exception.ThrowIfFailed(status, attempt);
        if (Poison.IsOn)
            FillWithPoison();
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
        if (NativePtr != 0)
            OpenClApi.ReleaseMemObject(NativePtr);
        NativePtr = 0;
    }

    /// <summary>Done before anybody can use the buffer, on whatever stream.</summary>
    private void FillWithPoison()
    {
        var stream = (OpenCl12Stream)_accelerator.DefaultStream;
        OpenCl12Exception.ThrowIfFailed(OpenClFill.Enqueue(stream.Queue, NativePtr, Poison.Pattern, LengthInBytes), "filling a new buffer on", _accelerator);
        stream.Synchronize();
    }

    private OpenCl12Exception OutOfMemory(OpenClStatus status, string attempt)
    {
        var device = _accelerator.Device;
        return OpenCl12Exception.OutOfMemory(status, attempt, string.Create(
            CultureInfo.InvariantCulture, $" The device has {device.MemorySize} bytes, and one buffer may have {device.LargestBuffer}."));
    }
}
