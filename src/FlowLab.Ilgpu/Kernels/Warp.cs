using ILGPU.IR;
using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>
/// Threads of a group that run in lockstep: neighbours in its linear order. All threads of a warp must get to a barrier or shuffle, the
/// same one. A width cuts the warp into parts that keep to themselves: a power of two, the warp size at most.
/// </summary>
public static class Warp
{
    public static int WarpSize => KernelThread.Current.Group.WarpSize;

    /// <summary>Which thread of the warp.</summary>
    public static int LaneIdx => KernelThread.Current.Lane;

    public static bool IsFirstLane => LaneIdx == 0;

    public static bool IsLastLane => LaneIdx == WarpSize - 1;

    /// <summary>Which warp of the group.</summary>
    public static int WarpIdx => ComputeWarpIdx(Group.LinearIndex);

    public static int ComputeWarpIdx(Index1D groupThreadIdx) => groupThreadIdx.X / WarpSize;

    public static int ComputeWarpThreadIdx(Index1D groupThreadIdx) => groupThreadIdx.X % WarpSize;

    /// <summary>Waits for all threads of the warp; what they wrote before can be read afterwards.</summary>
    public static void Barrier() => KernelThread.Current.WaitForWarp();

    /// <summary>The variable of the source lane, modulo the width.</summary>
    public static T Shuffle<T>(T variable, int sourceLane)
        where T : unmanaged =>
        Shuffle(variable, sourceLane, WarpSize);

    /// <inheritdoc cref="Shuffle{T}(T, int)"/>
    public static T Shuffle<T>(T variable, int sourceLane, int width)
        where T : unmanaged =>
        KernelThread.Current.Shuffle(variable, ShuffleKind.Index, sourceLane, width);

    /// <summary>The variable of the lane <paramref name="delta"/> further up; the own one where there is none.</summary>
    public static T ShuffleDown<T>(T variable, int delta)
        where T : unmanaged =>
        ShuffleDown(variable, delta, WarpSize);

    /// <inheritdoc cref="ShuffleDown{T}(T, int)"/>
    public static T ShuffleDown<T>(T variable, int delta, int width)
        where T : unmanaged =>
        KernelThread.Current.Shuffle(variable, ShuffleKind.Down, delta, width);

    /// <summary>The variable of the lane <paramref name="delta"/> further down; the own one where there is none.</summary>
    public static T ShuffleUp<T>(T variable, int delta)
        where T : unmanaged =>
        ShuffleUp(variable, delta, WarpSize);

    /// <inheritdoc cref="ShuffleUp{T}(T, int)"/>
    public static T ShuffleUp<T>(T variable, int delta, int width)
        where T : unmanaged =>
        KernelThread.Current.Shuffle(variable, ShuffleKind.Up, delta, width);

    /// <summary>The variable of the lane whose index differs in the bits of the mask; the own one where there is none.</summary>
    public static T ShuffleXor<T>(T variable, int mask)
        where T : unmanaged =>
        ShuffleXor(variable, mask, WarpSize);

    /// <inheritdoc cref="ShuffleXor{T}(T, int)"/>
    public static T ShuffleXor<T>(T variable, int mask, int width)
        where T : unmanaged =>
        KernelThread.Current.Shuffle(variable, ShuffleKind.Xor, mask, width);

    /// <summary>The value that a lane brings, for all threads of the warp.</summary>
    public static T Broadcast<T>(T value, int sourceLane)
        where T : unmanaged =>
        Shuffle(value, sourceLane);
}
