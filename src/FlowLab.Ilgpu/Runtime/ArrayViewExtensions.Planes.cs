namespace ILGPU.Runtime;

/// <content>Planes seen as other planes.</content>
public static partial class ArrayViewExtensions
{
    /// <summary>The same elements with X and Y exchanged.</summary>
    public static ArrayView2D<T, Stride2D.DenseY> AsTransposed<T>(this ArrayView2D<T, Stride2D.DenseX> view)
        where T : unmanaged =>
        new(view.BaseView, new(view.Extent.Y, view.Extent.X), new(view.Stride.YStride));

    /// <inheritdoc cref="AsTransposed{T}(ArrayView2D{T, Stride2D.DenseX})"/>
    public static ArrayView2D<T, Stride2D.DenseX> AsTransposed<T>(this ArrayView2D<T, Stride2D.DenseY> view)
        where T : unmanaged =>
        new(view.BaseView, new(view.Extent.Y, view.Extent.X), new(view.Stride.XStride));

    /// <inheritdoc cref="AsTransposed{T}(ArrayView2D{T, Stride2D.DenseX})"/>
    public static ArrayView2D<T, Stride2D.General> AsTransposed<T>(this ArrayView2D<T, Stride2D.General> view)
        where T : unmanaged =>
        new(view.BaseView, new(view.Extent.Y, view.Extent.X), new((view.Stride.YStride, view.Stride.XStride)));

    /// <summary>The same bytes as elements of another type: rows of X become shorter or longer; a remainder that fills no element is cut off.</summary>
    public static ArrayView2D<TOther, Stride2D.DenseX> Cast<T, TOther>(this ArrayView2D<T, Stride2D.DenseX> view)
        where T : unmanaged
        where TOther : unmanaged =>
        new(view.BaseView.Cast<TOther>(), new(Recount<T, TOther>(view.Extent.X), view.Extent.Y), new((int)Recount<T, TOther>(view.Stride.YStride)));

    /// <summary>The same bytes as elements of another type: columns of Y become shorter or longer; a remainder that fills no element is cut off.</summary>
    public static ArrayView2D<TOther, Stride2D.DenseY> Cast<T, TOther>(this ArrayView2D<T, Stride2D.DenseY> view)
        where T : unmanaged
        where TOther : unmanaged =>
        new(view.BaseView.Cast<TOther>(), new(view.Extent.X, Recount<T, TOther>(view.Extent.Y)), new((int)Recount<T, TOther>(view.Stride.XStride)));

    private static long Recount<T, TOther>(long elements)
        where T : unmanaged
        where TOther : unmanaged =>
        elements * Interop.SizeOf<T>() / Interop.SizeOf<TOther>();
}
