namespace ILGPU.Runtime;

/// <summary>A two-dimensional buffer.</summary>
public class MemoryBuffer2D<T, TStride> : MemoryBuffer<ArrayView2D<T, TStride>>
    where T : unmanaged
    where TStride : struct, IStride2D
{
    internal MemoryBuffer2D(Accelerator accelerator, in ArrayView2D<T, TStride> view)
        : base(accelerator, view, view.BaseView.Buffer)
    {
    }

    public LongIndex2D Extent => View.Extent;

    public Index2D IntExtent => View.IntExtent;

    /// <summary>All elements of the memory below, gaps of the stride included.</summary>
    public ArrayView<T> AsContiguous() => View.AsContiguous();

    public static explicit operator ArrayView<T>(MemoryBuffer2D<T, TStride> buffer) => buffer.AsContiguous();
}
