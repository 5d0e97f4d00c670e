using System.Runtime.InteropServices;
using FlowLab.Accelerators.Launches;
using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.Simd;

/// <summary>64-byte aligned native memory of undefined content.</summary>
internal sealed unsafe class SimdBuffer : CPUMemoryBuffer
{
    private const nuint AlignmentInBytes = 64;

    internal SimdBuffer(Accelerator accelerator, long length, int elementSize)
        : base(accelerator, length, elementSize)
    {
        var size = (nuint)Math.Max(LengthInBytes, 1);
        NativePtr = (nint)NativeMemory.AlignedAlloc(size, AlignmentInBytes);
        if (Poison.IsOn)
            Poison.Fill((byte*)NativePtr, LengthInBytes);
    }

    protected override void CopyTo(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView)
    {
        var (source, target) = (BufferPlace.Of(sourceView), BufferPlace.Of(targetView));
        if (target.IsOnHost)
            base.CopyTo(stream, in sourceView, in targetView);
        else
            HostCopies.ToBuffer(stream, source.Address, targetView.Length, target);
    }

    protected override void CopyFrom(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView)
    {
        var (source, target) = (BufferPlace.Of(sourceView), BufferPlace.Of(targetView));
        if (source.IsOnHost)
            base.CopyFrom(stream, in sourceView, in targetView);
        else
            HostCopies.FromBuffer(stream, source, target.Address, sourceView.Length);
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
        NativeMemory.AlignedFree((void*)NativePtr);
        NativePtr = 0;
    }
}
