using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Stores a value in every element of a view.</summary>
public delegate void Initializer<T, TStride>(AcceleratorStream stream, ArrayView1D<T, TStride> view, T value)
    where T : unmanaged
    where TStride : struct, IStride1D;
