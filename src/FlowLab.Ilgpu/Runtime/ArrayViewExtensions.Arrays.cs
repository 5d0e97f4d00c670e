namespace ILGPU.Runtime;

public static partial class ArrayViewExtensions
{
    /// <summary>All elements of the view as a new array.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static T[] GetAsArray<T>(this ArrayView<T> view, AcceleratorStream stream)
        where T : unmanaged
    {
        if (view.HasNoData())
            return [];
        var data = GC.AllocateUninitializedArray<T>(view.IntLength);
        view.CopyToCPU(stream, data);
        return data;
    }

    /// <inheritdoc cref="GetAsArray{T}(ArrayView{T}, AcceleratorStream)"/>
    public static T[] GetAsArray<T>(this ArrayView<T> view)
        where T : unmanaged =>
        view.HasNoData() ? [] : view.GetAsArray(DefaultStreamOf(view));

    /// <inheritdoc cref="GetAsArray{T}(ArrayView{T}, AcceleratorStream)"/>
    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged =>
        view.BaseView.GetAsArray();

    /// <inheritdoc cref="GetAsArray{T}(ArrayView{T}, AcceleratorStream)"/>
    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged =>
        view.BaseView.GetAsArray(stream);

    /// <inheritdoc cref="GetAsArray{T}(ArrayView{T}, AcceleratorStream)"/>
    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer)
        where T : unmanaged =>
        buffer.View.BaseView.GetAsArray();

    /// <inheritdoc cref="GetAsArray{T}(ArrayView{T}, AcceleratorStream)"/>
    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream)
        where T : unmanaged =>
        buffer.View.BaseView.GetAsArray(stream);

    /// <summary>A new buffer with a copy of the array.</summary>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public static MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(this Accelerator accelerator, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return accelerator.Allocate1D(accelerator.DefaultStream, data);
    }

    /// <inheritdoc cref="Allocate1D{T}(Accelerator, T[])"/>
    public static MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(this Accelerator accelerator, AcceleratorStream stream, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(data);
        var buffer = accelerator.Allocate1D<T>(data.LongLength);
        buffer.CopyFromCPU(stream, data);
        return buffer;
    }
}
