using ILGPU.Runtime;

namespace ILGPU.Backends.Cpu;

/// <summary>A kernel ready to run: compiled for one case of its strides and of how its instances are dealt to vectors, or as it is.</summary>
internal abstract class KernelVariant<TArguments>
    where TArguments : struct
{
    /// <summary>Pieces that a launch can be divided into: they may run on any thread, and in any order.</summary>
    internal abstract long CountOf(in LaunchDimensions dimensions);

    /// <summary>Runs the pieces [from, to).</summary>
    internal abstract void Run(in TArguments arguments, in LaunchDimensions dimensions, long from, long to);
}
