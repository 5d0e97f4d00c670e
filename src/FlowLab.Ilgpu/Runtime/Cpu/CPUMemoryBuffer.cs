using System.Runtime.InteropServices;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// 64-byte aligned, zero-initialised native memory. A finalizer frees what nobody disposed, so whoever works on the raw pointer keeps
/// the buffer alive until done: copies by themselves, launches through the views among their arguments.
/// </summary>
internal sealed unsafe class CPUMemoryBuffer : MemoryBuffer
{
    private const nuint AlignmentInBytes = 64;

    internal CPUMemoryBuffer(Accelerator accelerator, long length, int elementSize)
        : base(accelerator, length, elementSize)
    {
        if (LengthInBytes == 0)
            return;
        var memory = NativeMemory.AlignedAlloc((nuint)LengthInBytes, AlignmentInBytes);
        NativeMemory.Clear(memory, (nuint)LengthInBytes);
        NativePtr = (nint)memory;
    }

    ~CPUMemoryBuffer() => DisposeOnce(disposing: false);

    protected override void Dispose(bool disposing)
    {
        NativeMemory.AlignedFree((void*)NativePtr);
        NativePtr = 0;
        base.Dispose(disposing);
    }

    private protected override void MemSetCore(AcceleratorStream stream, byte value, long offsetInBytes, long lengthInBytes)
    {
        NativeMemory.Fill((byte*)NativePtr + offsetInBytes, (nuint)lengthInBytes, value);
        GC.KeepAlive(this);
    }

    private protected override void CopyToHostCore(
        AcceleratorStream stream, long sourceOffsetInBytes, void* target, long lengthInBytes)
    {
        NativeMemory.Copy((byte*)NativePtr + sourceOffsetInBytes, target, (nuint)lengthInBytes);
        GC.KeepAlive(this);
    }

    private protected override void CopyFromHostCore(
        AcceleratorStream stream, void* source, long targetOffsetInBytes, long lengthInBytes)
    {
        NativeMemory.Copy(source, (byte*)NativePtr + targetOffsetInBytes, (nuint)lengthInBytes);
        GC.KeepAlive(this);
    }

    private protected override void CopyToBufferCore(
        AcceleratorStream stream, long sourceOffsetInBytes, MemoryBuffer target, long targetOffsetInBytes, long lengthInBytes)
    {
        target.CopyFromHost(stream, (byte*)NativePtr + sourceOffsetInBytes, targetOffsetInBytes, lengthInBytes);
        GC.KeepAlive(this);
    }
}
