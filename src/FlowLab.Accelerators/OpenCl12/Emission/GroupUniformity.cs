using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Finds the blocks that not all threads of a group run, or not equally often: those between a branch on a value that differs between
/// threads and the place where all ways from it have met again. What all threads read from one address of shared or global memory is
/// taken for equal, as it is where barriers keep writers away.
/// </summary>
internal sealed class GroupUniformity
{
    private readonly IRKernel _kernel;
    private readonly IRPostdominators _postdominators;
    private readonly HashSet<IRValue> _varying = [];
    private readonly Dictionary<IRBlock, HashSet<IRBlock>> _regions = [];
    private readonly HashSet<IRBlock> _meetings = [];

    internal GroupUniformity(IRKernel kernel)
    {
        kernel.Renumber();
        _kernel = kernel;
        _postdominators = new(kernel);
        _varying.UnionWith(kernel.Parameters.Where(DiffersBetweenThreads).Select(parameter => parameter.Value));
        _varying.UnionWith(kernel.Allocations.Where(allocation => allocation.Kind == IRAllocationKind.Local).Select(allocation => allocation.Value));
        while (Step())
        {
        }
    }

    /// <summary>Some threads of a group may run the block while others do not.</summary>
    internal bool IsDivergent(IRBlock block) => _regions.Values.Any(region => region.Contains(block));

    private static bool DiffersBetweenThreads(IRParameter parameter) =>
        parameter.IsIndex || parameter.Kind is >= IRParameterKind.GroupIndexX and <= IRParameterKind.GroupIndexZ or IRParameterKind.LaneIndex;

    private bool Step()
    {
        var isChanged = false;
        foreach (var block in _kernel.Blocks)
        {
            foreach (var value in block.Values)
                isChanged |= IsVarying(value) && _varying.Add(value);
            if (block.Terminator is IRBranch branch && !_regions.ContainsKey(block) && IsVaryingAt(branch.Condition, block))
            {
                Diverge(block);
                isChanged = true;
            }
        }

        return isChanged;
    }

    private bool IsVarying(IRValue value) => value.Opcode switch
    {
        IROpcode.Atomic or IROpcode.Shuffle => true,
        IROpcode.Phi => _meetings.Contains(value.Block!)
            || value.Operands.Where((operand, i) => IsVaryingAt(operand, value.Block!.Predecessors[i])).Any(),
        _ => value.Operands.Any(operand => IsVaryingAt(operand, value.Block!)),
    };

    /// <summary>Behind a loop that threads leave in different rounds, what the loop computed differs too.</summary>
    private bool IsVaryingAt(IRValue value, IRBlock use) => _varying.Contains(value)
        || (value.Block is { } block && _regions.Values.Any(region => region.Contains(block) && !region.Contains(use)));

    private void Diverge(IRBlock branch)
    {
        var end = _postdominators.ImmediateOf(branch);
        var region = new HashSet<IRBlock>();
        var work = new Stack<IRBlock>(branch.Successors);
        while (work.TryPop(out var block))
        {
            if (block == end || !region.Add(block))
                continue;
            foreach (var successor in block.Successors)
                work.Push(successor);
        }

        _regions[branch] = region;
        _meetings.UnionWith(region.Where(block => block.Predecessors.Count > 1));
        if (end is not null)
            _meetings.Add(end);
    }
}
