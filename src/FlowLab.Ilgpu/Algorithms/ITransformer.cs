namespace ILGPU.Algorithms;

/// <summary>What a transformation makes of an element.</summary>
public interface ITransformer<TSource, TTarget>
    where TSource : struct
    where TTarget : struct
{
    TTarget Transform(TSource value);
}
