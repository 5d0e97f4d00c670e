namespace ILGPU.Runtime;

public abstract partial class Accelerator
{
    /// <summary>A zero-initialised plane of a stride that the caller builds.</summary>
    /// <param name="extent">The number of elements in X and in Y.</param>
    /// <param name="getLeadingDimensionSize">The elements from one row of the leading dimension to the next.</param>
    /// <param name="buildStride">The stride for it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The extent is negative, or the leading dimension does not fit into 32 bits.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public MemoryBuffer2D<T, TStride> Allocate2D<T, TStride>(
        in LongIndex2D extent, Stride2D.GetLeadingDimensionSize getLeadingDimensionSize, Stride2D.BuildStride<TStride> buildStride)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        ArgumentNullException.ThrowIfNull(getLeadingDimensionSize);
        ArgumentNullException.ThrowIfNull(buildStride);
        ArgumentOutOfRangeException.ThrowIfNegative(extent.X, nameof(extent));
        ArgumentOutOfRangeException.ThrowIfNegative(extent.Y, nameof(extent));
        var leading = getLeadingDimensionSize(extent);
        ArgumentOutOfRangeException.ThrowIfNegative(leading, nameof(extent));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leading, int.MaxValue, nameof(extent));
        return AllocatePlane<T, TStride>(extent, buildStride(extent, Math.Max((int)leading, 1)));
    }

    /// <summary>A zero-initialised plane, dense in X: element (x, y) is element x + X y of the memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The extent is negative or X does not fit into 32 bits.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public MemoryBuffer2D<T, Stride2D.DenseX> Allocate2DDenseX<T>(in LongIndex2D extent)
        where T : unmanaged =>
        Allocate2D<T, Stride2D.DenseX>(extent, static extent => extent.X, static (_, leading) => new(leading));

    /// <summary>A zero-initialised plane, dense in Y as C# arrays are: element (x, y) is element y + Y x of the memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The extent is negative or Y does not fit into 32 bits.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public MemoryBuffer2D<T, Stride2D.DenseY> Allocate2DDenseY<T>(in LongIndex2D extent)
        where T : unmanaged =>
        Allocate2D<T, Stride2D.DenseY>(extent, static extent => extent.Y, static (_, leading) => new(leading));

    /// <summary>A zero-initialised plane, dense in X, whose rows each start at a multiple of an alignment.</summary>
    /// <exception cref="ArgumentException">The alignment is no power of two, or no multiple of the size of an element.</exception>
    /// <inheritdoc cref="Allocate2DDenseX"/>
    public MemoryBuffer2D<T, Stride2D.DenseX> Allocate2DPitchedX<T>(in LongIndex2D extent, int xAlignmentInBytes)
        where T : unmanaged =>
        Allocate2D<T, Stride2D.DenseX>(extent, extent => Pitch.Of<T>(extent.X, xAlignmentInBytes), static (_, leading) => new(leading));

    /// <summary>A zero-initialised plane, dense in Y, whose columns each start at a multiple of an alignment.</summary>
    /// <exception cref="ArgumentException">The alignment is no power of two, or no multiple of the size of an element.</exception>
    /// <inheritdoc cref="Allocate2DDenseY"/>
    public MemoryBuffer2D<T, Stride2D.DenseY> Allocate2DPitchedY<T>(in LongIndex2D extent, int yAlignmentInBytes)
        where T : unmanaged =>
        Allocate2D<T, Stride2D.DenseY>(extent, extent => Pitch.Of<T>(extent.Y, yAlignmentInBytes), static (_, leading) => new(leading));

    private MemoryBuffer2D<T, TStride> AllocatePlane<T, TStride>(LongIndex2D extent, TStride stride)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        var elements = stride.ComputeBufferLength(extent);
        var memory = AllocateRaw(elements, Interop.SizeOf<T>());
        return new(this, new(memory.AsArrayView<T>(0, elements), extent, stride));
    }
}
