using ILGPU.Frontend;

namespace ILGPU.Backends.Cuda;

/// <summary>What CUDA devices do not do: number, what it is, and the remedy.</summary>
internal static class PtxRefusals
{
    internal static readonly KernelRefusal Arguments = new(
        401, "has more arguments than CUDA passes to a kernel", "Pass large structs through a view of one element.");

    internal static readonly KernelRefusal MixedAtomics = new(
        402, "has an atomic operation on a ref or view that may be of local memory or of another one", "Write the cases out, so that the operation is on local memory or on another one, never on one or the other.");

    internal static IReadOnlyList<KernelRefusal> All { get; } = [Arguments, MixedAtomics];
}
