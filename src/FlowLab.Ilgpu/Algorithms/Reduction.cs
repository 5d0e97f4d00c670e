using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Reduces the elements of a view to the first element of another.</summary>
public delegate void Reduction<T, TStride>(AcceleratorStream stream, ArrayView1D<T, TStride> input, ArrayView<T> output)
    where T : unmanaged
    where TStride : struct, IStride1D;
