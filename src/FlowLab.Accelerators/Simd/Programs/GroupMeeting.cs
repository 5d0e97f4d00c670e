using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace FlowLab.Accelerators.Simd;

/// <summary>Threads of a group that do not get to the barriers and shuffles that others wait at.</summary>
internal static unsafe class GroupMeeting
{
    private const string Remedy = "Take barriers and shuffles out of branches and loops that threads leave at different times.";

    /// <summary>Some lanes of a warp are at a barrier or shuffle, others are not.</summary>
    /// <exception cref="InvalidOperationException">FLK202.</exception>
    [DoesNotReturn]
    internal static void RefuseWarp(GroupState* group, int active) => throw new InvalidOperationException(
        $"{Rule(group)} {BitOperations.PopCount((uint)active)} of the threads of one warp are at a barrier or shuffle and the others are not. {Remedy}");

    /// <summary>Some warps of a group are at a barrier, others have returned.</summary>
    /// <exception cref="InvalidOperationException">FLK202.</exception>
    [DoesNotReturn]
    internal static void RefuseGroup(GroupState* group, int waiting) => throw new InvalidOperationException(
        $"{Rule(group)} {waiting} of {group->Warps} warps wait at a barrier and the others have returned. {Remedy}");

    private static string Rule(GroupState* group) =>
        "FLK202: all threads of a group must get to the same barriers, and all threads of a warp to the same shuffles, but of the "
        + $"{group->Threads} threads of group {new Index3D(group->GridIndexX, group->GridIndexY, group->GridIndexZ)}";
}
