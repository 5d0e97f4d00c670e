using FlowLab.Accelerators.Frontend;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>What an OpenCL device does not do, or not this one: number, what it is, and the remedy.</summary>
internal static class OpenClRefusals
{
    internal static readonly KernelRefusal MixedMemory = new(
        301, "has one ref or view for different kinds of memory", "Write the cases out, so that every access is to a buffer, to shared memory or to local memory, never to one or the other.");

    internal static readonly KernelRefusal Doubles = new(
        302, "computes with double, which this OpenCL device does not have", "Use float, or run on another device; flowlab devices shows which ones have double.");

    internal static readonly KernelRefusal LongAtomics = new(
        303, "has atomic operations on 64 bits, which this OpenCL device does not have", "Use int, uint or float, or run on another device; flowlab devices shows which ones have them.");

    internal static IReadOnlyList<KernelRefusal> All { get; } = [MixedMemory, Doubles, LongAtomics];
}
