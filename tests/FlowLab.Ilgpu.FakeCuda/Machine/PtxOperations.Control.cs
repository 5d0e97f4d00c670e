namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Branches, barriers, fences and shuffles.</summary>
internal static partial class PtxOperations
{
    private static void AddControl()
    {
        Add("bra", "l", (thread, instruction) => thread.Next = instruction.Target);
        Add("bra.uni", "l", BranchAlways);
        Add("ret", "", (thread, _) => thread.IsDone = true);
        foreach (var scope in new[] { "cta", "gl", "sys" })
            Add($"membar.{scope}", "", (_, _) => { });
        Add("bar.sync", "n.u32", (_, _) => { }, isCollective: true);
        Add("bar.warp.sync", "n.b32", (_, _) => { }, isCollective: true);
        foreach (var mode in new[] { "idx", "up", "down", "bfly" })
            Add($"shfl.sync.{mode}.b32", "d.b32 a.b32 i.b32 i.b32 n.b32", (_, _) => { }, isCollective: true);
    }

    private static void BranchAlways(PtxThread thread, PtxInstruction instruction) => thread.Next = instruction.Guard is null
        ? instruction.Target
        : throw new PtxException("bra.uni is for branches that all threads take");
}
