namespace ILGPU.Runtime;

public static partial class ArrayViewExtensions
{
    /// <summary>Copies all of the source to the start of the target, which may be longer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The target is shorter than the source.</exception>
    /// <exception cref="ObjectDisposedException">A buffer was disposed.</exception>
    public static void CopyTo<TView>(this TView source, in TView target)
        where TView : IContiguousArrayView
    {
        if (source.LengthInBytes == 0)
            return;
        var stream = DefaultStreamOf(source);
        source.CopyTo(stream, target);
        stream.Synchronize();
    }

    /// <inheritdoc cref="CopyTo{TView}(TView, in TView)"/>
    public static void CopyTo<TView>(this TView source, AcceleratorStream stream, in TView target)
        where TView : IContiguousArrayView
    {
        CopyCheck.Fits("CopyTo", source.LengthInBytes, target.LengthInBytes);
        if (source.LengthInBytes > 0)
            source.Buffer.CopyToBuffer(stream, source.OffsetInBytes, target.Buffer, target.OffsetInBytes, source.LengthInBytes);
    }

    /// <inheritdoc cref="CopyTo{TView}(TView, in TView)"/>
    public static void CopyFrom<TView>(this TView target, in TView source)
        where TView : IContiguousArrayView =>
        source.CopyTo(target);

    /// <inheritdoc cref="CopyTo{TView}(TView, in TView)"/>
    public static void CopyFrom<TView>(this TView target, AcceleratorStream stream, in TView source)
        where TView : IContiguousArrayView =>
        source.CopyTo(stream, target);

    /// <inheritdoc cref="CopyTo{TView}(TView, in TView)"/>
    public static void CopyTo<T>(this ArrayView1D<T, Stride1D.Dense> source, ArrayView1D<T, Stride1D.Dense> target)
        where T : unmanaged =>
        source.BaseView.CopyTo(target.BaseView);

    /// <inheritdoc cref="CopyTo{TView}(TView, in TView)"/>
    public static void CopyTo<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, in ArrayView1D<T, Stride1D.Dense> target)
        where T : unmanaged =>
        source.BaseView.CopyTo(stream, target.BaseView);

    /// <inheritdoc cref="CopyTo{TView}(TView, in TView)"/>
    public static void CopyFrom<T>(this ArrayView1D<T, Stride1D.Dense> target, in ArrayView1D<T, Stride1D.Dense> source)
        where T : unmanaged =>
        source.BaseView.CopyTo(target.BaseView);

    /// <inheritdoc cref="CopyTo{TView}(TView, in TView)"/>
    public static void CopyFrom<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, in ArrayView1D<T, Stride1D.Dense> source)
        where T : unmanaged =>
        source.BaseView.CopyTo(stream, target.BaseView);
}
