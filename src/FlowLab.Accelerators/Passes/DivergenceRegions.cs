using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>Where the ways of instances that part at a branch meet again.</summary>
internal sealed class DivergenceRegions
{
    private readonly List<IRLoop> _loops;
    private readonly IRPostdominators _postdominators;
    private readonly Dictionary<IRBlock, List<IRBlock>> _joins = [];

    internal DivergenceRegions(IRKernel kernel, List<IRLoop> loops)
    {
        _loops = loops;
        _postdominators = new(kernel);
    }

    /// <summary>
    /// The blocks that more than one edge enters on the ways from a branch to where all of them meet again. The header of a loop around
    /// the branch is one only where several edges lead back to it: one edge back brings all instances of a round together.
    /// </summary>
    internal List<IRBlock> JoinsOf(IRBlock branch) =>
        _joins.TryGetValue(branch, out var joins) ? joins : _joins[branch] = FindJoins(branch);

    /// <summary>One side of the branch leads out of the loop without another round.</summary>
    internal bool MayLeave(IRBlock branch, IRLoop loop) => Region(branch).Any(block => !loop.Blocks.Contains(block))
        || branch.Successors.Any(successor => !loop.Blocks.Contains(successor));

    private List<IRBlock> FindJoins(IRBlock branch)
    {
        var region = Region(branch);
        HashSet<IRBlock> sources = [branch, .. region];
        return [.. sources.SelectMany(block => block.Successors).Distinct().Where(block => IsJoin(block, branch, sources))];
    }

    private bool IsJoin(IRBlock block, IRBlock branch, HashSet<IRBlock> sources)
    {
        var around = _loops.Find(loop => loop.Header == block && loop.Blocks.Contains(branch));
        var entering = block.Predecessors.Where(sources.Contains);
        return (around is null ? entering : entering.Where(around.Blocks.Contains)).Skip(1).Any();
    }

    /// <summary>The blocks that can be reached from the branch before all ways meet again.</summary>
    private HashSet<IRBlock> Region(IRBlock branch)
    {
        var region = new HashSet<IRBlock>();
        var end = _postdominators.ImmediateOf(branch);
        var work = new Stack<IRBlock>(branch.Successors);
        while (work.TryPop(out var block))
        {
            if (block == end || !region.Add(block))
                continue;
            foreach (var successor in block.Successors)
                work.Push(successor);
        }

        return region;
    }
}
