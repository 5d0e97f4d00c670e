using System.Runtime.InteropServices;

namespace ILGPU.Runtime;

public static partial class ArrayViewExtensions
{
    /// <summary>Copies host memory to the first elements of the view: as many elements as the host memory has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The view is shorter than the host memory.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static unsafe void CopyFromCPU<T, TView>(this TView target, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        where TView : IContiguousArrayView<T>
    {
        CopyCheck.FitsElements<T>("CopyFromCPU", length, target.Length);
        if (length == 0)
            return;
        fixed (T* host = &cpuData)
            target.Buffer.CopyFromHost(stream, host, target.OffsetInBytes, length * sizeof(T));
        stream.Synchronize();
    }

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T, TView>(this TView target, ref T cpuData, long length)
        where T : unmanaged
        where TView : IContiguousArrayView<T> =>
        target.CopyFromCPU(DefaultStreamOf(target), ref cpuData, length);

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T, TView>(this TView target, AcceleratorStream stream, in ReadOnlySpan<T> span)
        where T : unmanaged
        where TView : IContiguousArrayView<T> =>
        target.CopyFromCPU(stream, ref MemoryMarshal.GetReference(span), span.Length);

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T, TView>(this TView target, in ReadOnlySpan<T> span)
        where T : unmanaged
        where TView : IContiguousArrayView<T> =>
        target.CopyFromCPU(DefaultStreamOf(target), ref MemoryMarshal.GetReference(span), span.Length);

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T>(this ArrayView<T> view, T[] data)
        where T : unmanaged =>
        view.CopyFromCPU(DefaultStreamOf(view), data);

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T>(this ArrayView<T> view, AcceleratorStream stream, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        view.CopyFromCPU(stream, ref MemoryMarshal.GetArrayDataReference(data), data.LongLength);
    }

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> target, ref T cpuData, long length)
        where T : unmanaged =>
        target.BaseView.CopyFromCPU(ref cpuData, length);

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged =>
        target.BaseView.CopyFromCPU(stream, ref cpuData, length);

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, in ReadOnlySpan<T> span)
        where T : unmanaged =>
        target.BaseView.CopyFromCPU(stream, span);

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, T[] data)
        where T : unmanaged =>
        view.BaseView.CopyFromCPU(data);

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream, T[] data)
        where T : unmanaged =>
        view.BaseView.CopyFromCPU(stream, data);

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, T[] data)
        where T : unmanaged =>
        buffer.View.BaseView.CopyFromCPU(data);

    /// <inheritdoc cref="CopyFromCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream, T[] data)
        where T : unmanaged =>
        buffer.View.BaseView.CopyFromCPU(stream, data);
}
