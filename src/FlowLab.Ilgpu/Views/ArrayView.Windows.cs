using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU;

public readonly unsafe partial struct ArrayView<T>
{
    /// <summary>The window from <paramref name="index"/> to the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window does not lie within this view (with bounds checks on).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView<T> SubView(long index) => SubView(index, _length - index);

    /// <inheritdoc cref="SubView(long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView<T> SubView(int index, int subViewLength) => SubView((long)index, subViewLength);

    /// <summary>The window of <paramref name="subViewLength"/> elements that starts at <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window does not lie within this view (with bounds checks on).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView<T> SubView(long index, long subViewLength)
    {
        if (BoundsCheck.Enabled)
            CopyCheck.Window<T>(index, subViewLength, _length);
        return new(_buffer, _pointer + index, subViewLength);
    }

    /// <summary>The same bytes as elements of another type; a remainder that fills no element is cut off.</summary>
    public ArrayView<TOther> Cast<TOther>()
        where TOther : unmanaged =>
        new(_buffer, (TOther*)_pointer, LengthInBytes / sizeof(TOther));

    public static implicit operator ArrayView1D<T, Stride1D.Dense>(ArrayView<T> view) => new(view, view.Length, default);

    public static implicit operator ArrayView<T>(ArrayView1D<T, Stride1D.Dense> view) => view.BaseView;
}
