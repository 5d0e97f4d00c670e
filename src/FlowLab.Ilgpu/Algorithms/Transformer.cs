using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Transforms every element of a view into the element of another that has its index.</summary>
public delegate void Transformer<TSource, TTarget, TTransformer>(
    AcceleratorStream stream, ArrayView<TSource> source, ArrayView<TTarget> target, TTransformer transformer)
    where TSource : unmanaged
    where TTarget : unmanaged
    where TTransformer : struct, ITransformer<TSource, TTarget>;
