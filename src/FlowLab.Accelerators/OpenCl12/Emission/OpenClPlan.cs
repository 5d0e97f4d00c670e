using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// How the threads of a group wait for each other. Where all of them run the same barriers and shuffles, these are barriers of OpenCL.
/// Else the kernel runs in steps: every thread runs until it has to wait, all meet in one place, and those that waited for nobody who is
/// still to come go on. So warps may go their own ways, and threads may be finished before others wait.
/// </summary>
internal sealed class OpenClPlan
{
    private readonly OpenClTarget _target;

    internal OpenClPlan(IRKernel kernel, OpenClTarget target)
    {
        _target = target;
        IsLinear = !kernel.IsGrouped && kernel.UsesGroups;
        var waits = kernel.Values.Where(IsWait).ToList();
        var isOfWarps = waits.Any(IsOfWarp);
        var hasSubGroups = target.Shuffles != OpenClShuffles.LocalMemory;
        var shared = hasSubGroups ? waits.Where(wait => !IsOfWarp(wait)).ToList() : waits;
        IsStepped = shared.Count > 0 && (!kernel.IsGrouped || AnyDiverges(kernel, shared));
        UsesSubGroups = isOfWarps && hasSubGroups && !IsStepped;
        UsesExchange = IsStepped || (isOfWarps && !UsesSubGroups);
    }

    /// <summary>The index space is cut into groups along its linear order, because the kernel knows its group; else groups may have any shape.</summary>
    internal bool IsLinear { get; }

    internal bool IsStepped { get; }

    /// <summary>Shuffles and barriers of warps are those of sub-groups.</summary>
    internal bool UsesSubGroups { get; }

    /// <summary>Threads exchange values through local memory that the launch provides.</summary>
    internal bool UsesExchange { get; }

    /// <summary>What stands in front of the kernel.</summary>
    internal string Attribute => UsesSubGroups ? $"__attribute__((intel_reqd_sub_group_size({_target.WarpSize})))\n" : "";

    internal static bool IsWait(IRValue value) => value.Opcode is IROpcode.Barrier or IROpcode.Shuffle;

    private static bool IsOfWarp(IRValue wait) => wait.Opcode == IROpcode.Shuffle || wait.Scope == IRScope.Warp;

    private static bool AnyDiverges(IRKernel kernel, List<IRValue> waits)
    {
        var uniformity = new GroupUniformity(kernel);
        return waits.Exists(wait => uniformity.IsDivergent(wait.Block!));
    }
}
