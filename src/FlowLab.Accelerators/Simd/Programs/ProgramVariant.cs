using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.Simd;

/// <summary>A kernel ready to run: compiled for one case of its strides and of how its instances are dealt to vectors, or as it is.</summary>
internal abstract unsafe class ProgramVariant
{
    /// <summary>Pieces that a launch can be divided into: they may run on any thread, and in any order.</summary>
    internal abstract long CountOf(in LaunchDimensions dimensions);

    /// <summary>Runs the pieces [from, to).</summary>
    internal abstract void Run(long* arguments, in LaunchDimensions dimensions, long from, long to);
}
