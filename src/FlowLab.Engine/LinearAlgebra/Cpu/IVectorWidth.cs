namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Vectors of floats of one width. The JIT compiles what is generic in it once per width, with the vectors in registers.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal unsafe interface IVectorWidth<TVector>
    where TVector : unmanaged
{
    /// <summary>Floats per vector.</summary>
    static abstract int Lanes { get; }

    static abstract TVector Load(float* source);

    /// <summary>The address is a multiple of the vector's size.</summary>
    static abstract TVector LoadAligned(float* source);

    static abstract void Store(TVector vector, float* target);

    static abstract TVector Create(float number);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, float right);

    /// <summary>left right + addend, rounded once where the processor can.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);
}
