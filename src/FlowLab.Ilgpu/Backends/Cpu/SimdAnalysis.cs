using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>A kernel with what both of its forms, for whole vectors and for parts of one, are emitted from.</summary>
internal sealed class SimdAnalysis
{
    /// <param name="kernel">An optimised kernel, whose loops are brought into canonical form.</param>
    internal SimdAnalysis(IRKernel kernel)
    {
        Kernel = kernel;
        Flow = new(kernel);
        AddressesInPlace.Run(kernel, Flow.Nest);
        Divergence = new(kernel, Flow);
        Uses = new(kernel);
    }

    internal IRKernel Kernel { get; }

    internal ControlFlow Flow { get; }

    internal Divergence Divergence { get; }

    internal ValueUses Uses { get; }
}
