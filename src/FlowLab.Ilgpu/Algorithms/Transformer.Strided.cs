using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Transforms every element of a view into the element of another that has its index.</summary>
public delegate void Transformer<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>(
    AcceleratorStream stream, ArrayView1D<TSource, TSourceStride> source, ArrayView1D<TTarget, TTargetStride> target, TTransformer transformer)
    where TSource : unmanaged
    where TSourceStride : struct, IStride1D
    where TTarget : unmanaged
    where TTargetStride : struct, IStride1D
    where TTransformer : struct, ITransformer<TSource, TTarget>;
