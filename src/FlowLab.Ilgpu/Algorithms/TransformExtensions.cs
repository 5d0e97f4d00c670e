using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Transforms the elements of views one by one. Source and target may be the same view.</summary>
public static class TransformExtensions
{
    public static Transformer<TSource, TTarget, TTransformer> CreateTransformer<TSource, TTarget, TTransformer>(this Accelerator accelerator)
        where TSource : unmanaged
        where TTarget : unmanaged
        where TTransformer : struct, ITransformer<TSource, TTarget>
    {
        var transform = accelerator.CreateTransformer<TSource, Stride1D.Dense, TTarget, Stride1D.Dense, TTransformer>();
        return (stream, source, target, transformer) => transform(stream, source, target, transformer);
    }

    public static Transformer<TSource, TSourceStride, TTarget, TTargetStride, TTransformer> CreateTransformer<
        TSource, TSourceStride, TTarget, TTargetStride, TTransformer>(this Accelerator accelerator)
        where TSource : unmanaged
        where TSourceStride : struct, IStride1D
        where TTarget : unmanaged
        where TTargetStride : struct, IStride1D
        where TTransformer : struct, ITransformer<TSource, TTarget>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var kernel = accelerator.LoadAutoGroupedKernel<LongIndex1D, ArrayView1D<TSource, TSourceStride>, ArrayView1D<TTarget, TTargetStride>, TTransformer>(Apply);
        return (stream, source, target, transformer) => kernel(stream, ExtentOf(source.Extent, target.Extent), source, target, transformer);
    }

    public static Transformer<T, T, TTransformer> CreateTransformer<T, TTransformer>(this Accelerator accelerator)
        where T : unmanaged
        where TTransformer : struct, ITransformer<T, T> =>
        accelerator.CreateTransformer<T, T, TTransformer>();

    /// <exception cref="ArgumentException">The target has fewer elements than the source.</exception>
    public static void Transform<T, TTransformer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> source, ArrayView<T> target, TTransformer transformer)
        where T : unmanaged
        where TTransformer : struct, ITransformer<T, T> =>
        accelerator.Transform<T, Stride1D.Dense, T, Stride1D.Dense, TTransformer>(stream, source, target, transformer);

    /// <inheritdoc cref="Transform{T, TTransformer}(Accelerator, AcceleratorStream, ArrayView{T}, ArrayView{T}, TTransformer)"/>
    public static void Transform<TSource, TTarget, TTransformer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView<TSource> source, ArrayView<TTarget> target, TTransformer transformer)
        where TSource : unmanaged
        where TTarget : unmanaged
        where TTransformer : struct, ITransformer<TSource, TTarget> =>
        accelerator.Transform<TSource, Stride1D.Dense, TTarget, Stride1D.Dense, TTransformer>(stream, source, target, transformer);

    /// <inheritdoc cref="Transform{T, TTransformer}(Accelerator, AcceleratorStream, ArrayView{T}, ArrayView{T}, TTransformer)"/>
    public static void Transform<T, TStride, TTransformer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> source, ArrayView1D<T, TStride> target, TTransformer transformer)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TTransformer : struct, ITransformer<T, T> =>
        accelerator.Transform<T, TStride, T, TStride, TTransformer>(stream, source, target, transformer);

    /// <inheritdoc cref="Transform{T, TTransformer}(Accelerator, AcceleratorStream, ArrayView{T}, ArrayView{T}, TTransformer)"/>
    public static void Transform<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>(
        this Accelerator accelerator,
        AcceleratorStream stream,
        ArrayView1D<TSource, TSourceStride> source,
        ArrayView1D<TTarget, TTargetStride> target,
        TTransformer transformer)
        where TSource : unmanaged
        where TSourceStride : struct, IStride1D
        where TTarget : unmanaged
        where TTargetStride : struct, IStride1D
        where TTransformer : struct, ITransformer<TSource, TTarget>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        accelerator.LaunchAutoGrouped<LongIndex1D, ArrayView1D<TSource, TSourceStride>, ArrayView1D<TTarget, TTargetStride>, TTransformer>(
            Apply, stream, ExtentOf(source.Extent, target.Extent), source, target, transformer);
    }

    private static LongIndex1D ExtentOf(long source, long target) => target >= source ? source : throw new ArgumentException(
        $"The target of a transformation has {target} elements, fewer than the {source} of its source; make it as long.");

    private static void Apply<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>(
        LongIndex1D index, ArrayView1D<TSource, TSourceStride> source, ArrayView1D<TTarget, TTargetStride> target, TTransformer transformer)
        where TSource : unmanaged
        where TSourceStride : struct, IStride1D
        where TTarget : unmanaged
        where TTargetStride : struct, IStride1D
        where TTransformer : struct, ITransformer<TSource, TTarget> =>
        target[index] = transformer.Transform(source[index]);
}
