using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>What the generated source may use: those properties of a device that change the text.</summary>
internal sealed record OpenClTarget
{
    /// <summary>
    /// The warp size of devices without usable sub-groups, where shuffles go through local memory: that of most devices that kernels are
    /// written for, so that a warp of warps still covers the largest usual group.
    /// </summary>
    internal const int EmulatedWarpSize = 32;

    /// <summary>OpenCL 1.2 and nothing else.</summary>
    internal static readonly OpenClTarget Core = new();

    /// <summary>cl_khr_fp64.</summary>
    internal bool HasDoubles { get; init; }

    /// <summary>cl_khr_int64_base_atomics: add, exchange and compare-exchange of 64 bits.</summary>
    internal bool HasLongAtomics { get; init; }

    /// <summary>cl_khr_int64_extended_atomics: the other operations on 64 bits, which are loops of compare-exchange without it.</summary>
    internal bool HasExtendedLongAtomics { get; init; }

    /// <summary>How a lane gets the value of another one.</summary>
    internal OpenClShuffles Shuffles { get; init; } = OpenClShuffles.LocalMemory;

    internal int WarpSize { get; init; } = EmulatedWarpSize;

    /// <summary>
    /// The functions that OpenCL C has with exactly the meaning of C#. Those of doubles are all left to the device, whose own are within 4 ulp
    /// or so, as those of C# are; those of floats are the same C# on every device.
    /// </summary>
    internal static bool Computes(MathFunction function, IRType type) =>
        type == IRType.Float64 || function is <= MathFunction.CopySign or MathFunction.IeeeRemainder or >= MathFunction.PopCount;
}
