namespace ILGPU.Tests.Cuda.Machine;

/// <summary>A launch on the machine.</summary>
/// <param name="GridDim">Groups in the grid.</param>
/// <param name="GroupDim">Threads in a group.</param>
/// <param name="DynamicSharedSize">Bytes of dynamic shared memory.</param>
/// <param name="Arguments">The buffer of all parameters.</param>
internal sealed record PtxLaunch(Index3D GridDim, Index3D GroupDim, int DynamicSharedSize, byte[] Arguments)
{
    /// <summary>Where threads take turns only at barriers: they run in the order of their numbers, or backwards.</summary>
    internal bool IsReversed { get; init; }

    /// <summary>How many instructions a thread runs before it is another one's turn; 0 for as many as it can.</summary>
    internal int Quantum { get; init; }
}
