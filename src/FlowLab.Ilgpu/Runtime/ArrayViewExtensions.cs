using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>
/// Copies, fills and conversions of views. A call without a stream uses the default stream of the view's accelerator and waits;
/// a copy from or to an array moves as many elements as the array has.
/// </summary>
public static partial class ArrayViewExtensions
{
    public static bool HasNoData<TView>(this TView view)
        where TView : IArrayView =>
        !view.IsValid;

    public static bool HasData<TView>(this TView view)
        where TView : IArrayView =>
        view.IsValid;

    /// <exception cref="ArgumentException">The view has no buffer.</exception>
    public static Accelerator GetAccelerator<TView>(this TView view)
        where TView : IArrayView =>
        view.Buffer?.Accelerator ?? throw new ArgumentException("The view is empty: it has no buffer and so no accelerator.", nameof(view));

    public static AcceleratorType GetAcceleratorType<TView>(this TView view)
        where TView : IArrayView =>
        view.GetAccelerator().AcceleratorType;

    public static ArrayView1D<T, Stride1D.Dense> AsDense<T>(this ArrayView<T> view)
        where T : unmanaged =>
        view;

    public static ArrayView1D<T, Stride1D.General> AsGeneral<T>(this ArrayView<T> view, Stride1D.General stride)
        where T : unmanaged =>
        view.AsDense().AsGeneral(stride);

    public static ArrayView1D<T, Stride1D.General> AsGeneral<T>(this ArrayView<T> view)
        where T : unmanaged =>
        view.AsDense().AsGeneral();

    /// <inheritdoc cref="VariableView{T}(ArrayView{T}, LongIndex1D)"/>
    public static VariableView<T> VariableView<T>(this ArrayView<T> view, Index1D element)
        where T : unmanaged =>
        new(view.SubView(element.X, 1));

    /// <summary>The one element at an index.</summary>
    public static VariableView<T> VariableView<T>(this ArrayView<T> view, LongIndex1D element)
        where T : unmanaged =>
        new(view.SubView(element.X, 1));

    public static ArrayView1D<TOther, Stride1D.Dense> Cast<T, TOther>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        where TOther : unmanaged =>
        view.BaseView.Cast<TOther>();

    /// <summary>The address of the first element.</summary>
    public static unsafe IntPtr LoadEffectiveAddressAsPtr<T>(this ArrayView<T> view)
        where T : unmanaged =>
        (nint)view.Pointer;

    private static AcceleratorStream DefaultStreamOf<TView>(TView view)
        where TView : IArrayView =>
        view.GetAccelerator().DefaultStream;
}
