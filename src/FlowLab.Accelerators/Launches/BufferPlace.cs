namespace FlowLab.Accelerators.Launches;

/// <summary>Where a view begins.</summary>
/// <param name="Buffer">The buffer below it.</param>
/// <param name="OffsetInBytes">The distance from the start of the buffer.</param>
internal readonly record struct BufferPlace(MemoryBuffer Buffer, long OffsetInBytes)
{
    /// <summary>The address in host memory; of buffers that are there.</summary>
    internal nint Address => Buffer.NativePtr + (nint)OffsetInBytes;

    /// <summary>The place is in memory that the host reads and writes.</summary>
    internal bool IsOnHost => Buffer.AcceleratorType == AcceleratorType.CPU;

    internal static BufferPlace Of<TView>(TView view)
        where TView : struct, IContiguousArrayView =>
        new(view.Buffer, view.IndexInBytes);

    internal BufferPlace At(long offsetInBytes) => this with { OffsetInBytes = OffsetInBytes + offsetInBytes };
}
