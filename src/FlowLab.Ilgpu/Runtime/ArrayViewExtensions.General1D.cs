namespace ILGPU.Runtime;

/// <content>Lines of any stride.</content>
public static partial class ArrayViewExtensions
{
    /// <inheritdoc cref="CopyToCPU{T}(ArrayView1D{T, Stride1D.General}, AcceleratorStream, T[])"/>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.General> view, T[] data)
        where T : unmanaged =>
        LineTransfer.ToArray(view, DefaultStreamOf(view), data);

    /// <summary>Copies all elements of the line to an array, which may be larger: element x is [x].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array is smaller than the line.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.General> view, AcceleratorStream stream, T[] data)
        where T : unmanaged =>
        LineTransfer.ToArray(view, stream, data);

    /// <inheritdoc cref="CopyToCPU{T}(ArrayView1D{T, Stride1D.General}, AcceleratorStream, T[])"/>
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer, T[] data)
        where T : unmanaged =>
        buffer.View.CopyToCPU(data);

    /// <inheritdoc cref="CopyToCPU{T}(ArrayView1D{T, Stride1D.General}, AcceleratorStream, T[])"/>
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer, AcceleratorStream stream, T[] data)
        where T : unmanaged =>
        buffer.View.CopyToCPU(stream, data);

    /// <inheritdoc cref="CopyFromCPU{T}(ArrayView1D{T, Stride1D.General}, AcceleratorStream, T[])"/>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.General> view, T[] data)
        where T : unmanaged =>
        LineTransfer.FromArray(view, DefaultStreamOf(view), data);

    /// <summary>Copies an array, which may be larger, to the line: element x is [x].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array is smaller than the line.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.General> view, AcceleratorStream stream, T[] data)
        where T : unmanaged =>
        LineTransfer.FromArray(view, stream, data);

    /// <inheritdoc cref="CopyFromCPU{T}(ArrayView1D{T, Stride1D.General}, AcceleratorStream, T[])"/>
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer, T[] data)
        where T : unmanaged =>
        buffer.View.CopyFromCPU(data);

    /// <inheritdoc cref="CopyFromCPU{T}(ArrayView1D{T, Stride1D.General}, AcceleratorStream, T[])"/>
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer, AcceleratorStream stream, T[] data)
        where T : unmanaged =>
        buffer.View.CopyFromCPU(stream, data);

    /// <inheritdoc cref="GetAsArray1D{T}(ArrayView1D{T, Stride1D.General}, AcceleratorStream)"/>
    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.General> view)
        where T : unmanaged =>
        view.HasNoData() ? [] : LineTransfer.NewArray(view, DefaultStreamOf(view));

    /// <summary>All elements of the line as a new array: element x is [x].</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.General> view, AcceleratorStream stream)
        where T : unmanaged =>
        LineTransfer.NewArray(view, stream);

    /// <inheritdoc cref="GetAsArray1D{T}(ArrayView1D{T, Stride1D.General}, AcceleratorStream)"/>
    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer)
        where T : unmanaged =>
        buffer.View.GetAsArray1D();

    /// <inheritdoc cref="GetAsArray1D{T}(ArrayView1D{T, Stride1D.General}, AcceleratorStream)"/>
    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer, AcceleratorStream stream)
        where T : unmanaged =>
        buffer.View.GetAsArray1D(stream);
}
