namespace FlowLab.Engine.LinearAlgebra.Calls;

/// <summary>Is told of every product and every packing once the device has done it. While one is there, they are waited for one by one.</summary>
public interface IProductObserver
{
    /// <summary>A product begins; launches until it is done are part of it.</summary>
    void Begin();

    /// <summary>A product is done.</summary>
    /// <param name="product">What was done.</param>
    /// <param name="start">Time stamp when it was asked for.</param>
    /// <param name="end">Time stamp when it was done.</param>
    void Multiplied(ProductWork product, long start, long end);

    /// <summary>A factor was packed for many products.</summary>
    /// <param name="elements">Numbers that were packed.</param>
    /// <param name="start">Time stamp when it was asked for.</param>
    /// <param name="end">Time stamp when it was done.</param>
    void Packed(long elements, long start, long end);
}
