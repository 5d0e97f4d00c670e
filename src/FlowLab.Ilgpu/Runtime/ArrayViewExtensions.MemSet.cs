namespace ILGPU.Runtime;

public static partial class ArrayViewExtensions
{
    /// <summary>Sets every byte to zero.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static void MemSetToZero<TView>(this TView view)
        where TView : IContiguousArrayView =>
        view.MemSet(0);

    /// <inheritdoc cref="MemSetToZero{TView}(TView)"/>
    public static void MemSetToZero<TView>(this TView view, AcceleratorStream stream)
        where TView : IContiguousArrayView =>
        view.MemSet(stream, 0);

    /// <summary>Sets every byte to a value.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public static void MemSet<TView>(this TView view, byte value)
        where TView : IContiguousArrayView
    {
        if (view.LengthInBytes == 0)
            return;
        var stream = DefaultStreamOf(view);
        view.MemSet(stream, value);
        stream.Synchronize();
    }

    /// <inheritdoc cref="MemSet{TView}(TView, byte)"/>
    public static void MemSet<TView>(this TView view, AcceleratorStream stream, byte value)
        where TView : IContiguousArrayView
    {
        if (view.LengthInBytes > 0)
            view.Buffer.MemSet(stream, value, view.OffsetInBytes, view.LengthInBytes);
    }

    /// <inheritdoc cref="MemSet{TView}(TView, byte)"/>
    public static void MemSetToZero<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged =>
        view.BaseView.MemSetToZero();

    /// <inheritdoc cref="MemSet{TView}(TView, byte)"/>
    public static void MemSetToZero<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged =>
        view.BaseView.MemSetToZero(stream);

    /// <inheritdoc cref="MemSet{TView}(TView, byte)"/>
    public static void MemSet<T>(this ArrayView1D<T, Stride1D.Dense> view, byte value)
        where T : unmanaged =>
        view.BaseView.MemSet(value);

    /// <inheritdoc cref="MemSet{TView}(TView, byte)"/>
    public static void MemSet<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream, byte value)
        where T : unmanaged =>
        view.BaseView.MemSet(stream, value);
}
