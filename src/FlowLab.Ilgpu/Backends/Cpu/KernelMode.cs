namespace ILGPU.Backends.Cpu;

/// <summary>How the CPU device runs kernels.</summary>
internal enum KernelMode
{
    /// <summary>Compiled, one instance per lane of a vector.</summary>
    Simd,

    /// <summary>The C# methods themselves: what kernels mean, with index checks where they are on, and for debugging.</summary>
    Reference,
}
