namespace ILGPU.Runtime;

/// <content>Planes of any strides.</content>
public static partial class ArrayViewExtensions
{
    /// <inheritdoc cref="CopyToCPU{T}(ArrayView2D{T, Stride2D.General}, AcceleratorStream, T[,])"/>
    public static void CopyToCPU<T>(this ArrayView2D<T, Stride2D.General> view, T[,] data)
        where T : unmanaged =>
        PlaneTransfer.ToArray(view, DefaultStreamOf(view), data);

    /// <summary>Copies all elements of the plane to an array, which may be larger: element (x, y) is [x, y].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array is smaller than the plane.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static void CopyToCPU<T>(this ArrayView2D<T, Stride2D.General> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged =>
        PlaneTransfer.ToArray(view, stream, data);

    /// <inheritdoc cref="CopyToCPU{T}(ArrayView2D{T, Stride2D.General}, AcceleratorStream, T[,])"/>
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer, T[,] data)
        where T : unmanaged =>
        buffer.View.CopyToCPU(data);

    /// <inheritdoc cref="CopyToCPU{T}(ArrayView2D{T, Stride2D.General}, AcceleratorStream, T[,])"/>
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer, AcceleratorStream stream, T[,] data)
        where T : unmanaged =>
        buffer.View.CopyToCPU(stream, data);

    /// <inheritdoc cref="CopyFromCPU{T}(ArrayView2D{T, Stride2D.General}, AcceleratorStream, T[,])"/>
    public static void CopyFromCPU<T>(this ArrayView2D<T, Stride2D.General> view, T[,] data)
        where T : unmanaged =>
        PlaneTransfer.FromArray(view, DefaultStreamOf(view), data);

    /// <summary>Copies an array, which may be larger, to the plane: element (x, y) is [x, y].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array is smaller than the plane.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static void CopyFromCPU<T>(this ArrayView2D<T, Stride2D.General> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged =>
        PlaneTransfer.FromArray(view, stream, data);

    /// <inheritdoc cref="CopyFromCPU{T}(ArrayView2D{T, Stride2D.General}, AcceleratorStream, T[,])"/>
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer, T[,] data)
        where T : unmanaged =>
        buffer.View.CopyFromCPU(data);

    /// <inheritdoc cref="CopyFromCPU{T}(ArrayView2D{T, Stride2D.General}, AcceleratorStream, T[,])"/>
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer, AcceleratorStream stream, T[,] data)
        where T : unmanaged =>
        buffer.View.CopyFromCPU(stream, data);

    /// <inheritdoc cref="GetAsArray2D{T}(ArrayView2D{T, Stride2D.General}, AcceleratorStream)"/>
    public static T[,] GetAsArray2D<T>(this ArrayView2D<T, Stride2D.General> view)
        where T : unmanaged =>
        view.HasNoData() ? new T[view.Extent.X, view.Extent.Y] : PlaneTransfer.NewArray(view, DefaultStreamOf(view));

    /// <summary>All elements of the plane as a new array: element (x, y) is [x, y].</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static T[,] GetAsArray2D<T>(this ArrayView2D<T, Stride2D.General> view, AcceleratorStream stream)
        where T : unmanaged =>
        PlaneTransfer.NewArray(view, stream);

    /// <inheritdoc cref="GetAsArray2D{T}(ArrayView2D{T, Stride2D.General}, AcceleratorStream)"/>
    public static T[,] GetAsArray2D<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer)
        where T : unmanaged =>
        buffer.View.GetAsArray2D();

    /// <inheritdoc cref="GetAsArray2D{T}(ArrayView2D{T, Stride2D.General}, AcceleratorStream)"/>
    public static T[,] GetAsArray2D<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer, AcceleratorStream stream)
        where T : unmanaged =>
        buffer.View.GetAsArray2D(stream);
}
