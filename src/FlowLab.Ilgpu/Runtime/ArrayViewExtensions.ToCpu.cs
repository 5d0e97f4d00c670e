using System.Runtime.InteropServices;

namespace ILGPU.Runtime;

public static partial class ArrayViewExtensions
{
    /// <summary>Copies the first elements of the view to host memory: as many elements as the host memory has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The view is shorter than the host memory.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static unsafe void CopyToCPU<T, TView>(this TView source, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        where TView : IContiguousArrayView<T>
    {
        CopyCheck.FitsElements<T>("CopyToCPU", length, source.Length);
        if (length == 0)
            return;
        fixed (T* host = &cpuData)
            source.Buffer.CopyToHost(stream, source.OffsetInBytes, host, length * sizeof(T));
        stream.Synchronize();
    }

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T, TView>(this TView source, ref T cpuData, long length)
        where T : unmanaged
        where TView : IContiguousArrayView<T> =>
        source.CopyToCPU(DefaultStreamOf(source), ref cpuData, length);

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T, TView>(this TView source, AcceleratorStream stream, in Span<T> span)
        where T : unmanaged
        where TView : IContiguousArrayView<T> =>
        source.CopyToCPU(stream, ref MemoryMarshal.GetReference(span), span.Length);

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T, TView>(this TView source, in Span<T> span)
        where T : unmanaged
        where TView : IContiguousArrayView<T> =>
        source.CopyToCPU(DefaultStreamOf(source), ref MemoryMarshal.GetReference(span), span.Length);

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T>(this ArrayView<T> view, T[] data)
        where T : unmanaged =>
        view.CopyToCPU(DefaultStreamOf(view), data);

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T>(this ArrayView<T> view, AcceleratorStream stream, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        view.CopyToCPU(stream, ref MemoryMarshal.GetArrayDataReference(data), data.LongLength);
    }

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> source, ref T cpuData, long length)
        where T : unmanaged =>
        source.BaseView.CopyToCPU(ref cpuData, length);

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged =>
        source.BaseView.CopyToCPU(stream, ref cpuData, length);

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, in Span<T> span)
        where T : unmanaged =>
        source.BaseView.CopyToCPU(stream, span);

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, T[] data)
        where T : unmanaged =>
        view.BaseView.CopyToCPU(data);

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream, T[] data)
        where T : unmanaged =>
        view.BaseView.CopyToCPU(stream, data);

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, T[] data)
        where T : unmanaged =>
        buffer.View.BaseView.CopyToCPU(data);

    /// <inheritdoc cref="CopyToCPU{T, TView}(TView, AcceleratorStream, ref T, long)"/>
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream, T[] data)
        where T : unmanaged =>
        buffer.View.BaseView.CopyToCPU(stream, data);
}
