namespace ILGPU.Runtime;

/// <content>Planes that are dense in X.</content>
public static partial class ArrayViewExtensions
{
    /// <inheritdoc cref="CopyToCPU{T}(ArrayView2D{T, Stride2D.DenseX}, AcceleratorStream, T[,])"/>
    public static void CopyToCPU<T>(this ArrayView2D<T, Stride2D.DenseX> view, T[,] data)
        where T : unmanaged =>
        PlaneTransfer.ToArray(view, DefaultStreamOf(view), data);

    /// <summary>Copies all elements of the plane to an array, which may be larger: element (x, y) is [x, y].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array is smaller than the plane.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static void CopyToCPU<T>(this ArrayView2D<T, Stride2D.DenseX> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged =>
        PlaneTransfer.ToArray(view, stream, data);

    /// <inheritdoc cref="CopyToCPU{T}(ArrayView2D{T, Stride2D.DenseX}, AcceleratorStream, T[,])"/>
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer, T[,] data)
        where T : unmanaged =>
        buffer.View.CopyToCPU(data);

    /// <inheritdoc cref="CopyToCPU{T}(ArrayView2D{T, Stride2D.DenseX}, AcceleratorStream, T[,])"/>
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer, AcceleratorStream stream, T[,] data)
        where T : unmanaged =>
        buffer.View.CopyToCPU(stream, data);

    /// <inheritdoc cref="CopyFromCPU{T}(ArrayView2D{T, Stride2D.DenseX}, AcceleratorStream, T[,])"/>
    public static void CopyFromCPU<T>(this ArrayView2D<T, Stride2D.DenseX> view, T[,] data)
        where T : unmanaged =>
        PlaneTransfer.FromArray(view, DefaultStreamOf(view), data);

    /// <summary>Copies an array, which may be larger, to the plane: element (x, y) is [x, y].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array is smaller than the plane.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static void CopyFromCPU<T>(this ArrayView2D<T, Stride2D.DenseX> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged =>
        PlaneTransfer.FromArray(view, stream, data);

    /// <inheritdoc cref="CopyFromCPU{T}(ArrayView2D{T, Stride2D.DenseX}, AcceleratorStream, T[,])"/>
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer, T[,] data)
        where T : unmanaged =>
        buffer.View.CopyFromCPU(data);

    /// <inheritdoc cref="CopyFromCPU{T}(ArrayView2D{T, Stride2D.DenseX}, AcceleratorStream, T[,])"/>
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer, AcceleratorStream stream, T[,] data)
        where T : unmanaged =>
        buffer.View.CopyFromCPU(stream, data);

    /// <inheritdoc cref="GetAsArray2D{T}(ArrayView2D{T, Stride2D.DenseX}, AcceleratorStream)"/>
    public static T[,] GetAsArray2D<T>(this ArrayView2D<T, Stride2D.DenseX> view)
        where T : unmanaged =>
        view.HasNoData() ? new T[view.Extent.X, view.Extent.Y] : PlaneTransfer.NewArray(view, DefaultStreamOf(view));

    /// <summary>All elements of the plane as a new array: element (x, y) is [x, y].</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static T[,] GetAsArray2D<T>(this ArrayView2D<T, Stride2D.DenseX> view, AcceleratorStream stream)
        where T : unmanaged =>
        PlaneTransfer.NewArray(view, stream);

    /// <inheritdoc cref="GetAsArray2D{T}(ArrayView2D{T, Stride2D.DenseX}, AcceleratorStream)"/>
    public static T[,] GetAsArray2D<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer)
        where T : unmanaged =>
        buffer.View.GetAsArray2D();

    /// <inheritdoc cref="GetAsArray2D{T}(ArrayView2D{T, Stride2D.DenseX}, AcceleratorStream)"/>
    public static T[,] GetAsArray2D<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer, AcceleratorStream stream)
        where T : unmanaged =>
        buffer.View.GetAsArray2D(stream);

    /// <summary>A new plane, dense in X, with a copy of the array: element (x, y) is [x, y].</summary>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public static MemoryBuffer2D<T, Stride2D.DenseX> Allocate2DDenseX<T>(this Accelerator accelerator, T[,] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return accelerator.Allocate2DDenseX(accelerator.DefaultStream, data);
    }

    /// <inheritdoc cref="Allocate2DDenseX{T}(Accelerator, T[,])"/>
    public static MemoryBuffer2D<T, Stride2D.DenseX> Allocate2DDenseX<T>(this Accelerator accelerator, AcceleratorStream stream, T[,] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(data);
        var buffer = accelerator.Allocate2DDenseX<T>((data.GetLongLength(0), data.GetLongLength(1)));
        buffer.View.CopyFromCPU(stream, data);
        return buffer;
    }
}
