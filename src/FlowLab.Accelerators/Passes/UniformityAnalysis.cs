using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>
/// Finds out which values and branches neighbouring instances along X agree on, when they run in lockstep: starts from "all agree" and
/// takes back what does not hold until nothing changes. Phis where instances meet that took different ways vary, and so does, seen from
/// outside, what a loop computed that instances leave in different rounds.
/// </summary>
internal sealed class UniformityAnalysis
{
    private readonly IRKernel _kernel;
    private readonly Dictionary<IRValue, Uniformity> _kinds = [];
    private readonly HashSet<IRBlock> _divergentJoins = [];
    private readonly HashSet<IRLoop> _divergentLoops = [];
    private readonly List<IRLoop> _loops;
    private readonly DivergenceRegions _regions;

    /// <param name="kernel">The kernel, its blocks in reverse post-order.</param>
    internal UniformityAnalysis(IRKernel kernel)
    {
        kernel.Renumber();
        _kernel = kernel;
        _loops = IRLoop.Find(kernel, new IRDominators(kernel));
        _regions = new(kernel, _loops);
        foreach (var parameter in kernel.Parameters)
            _kinds[parameter.Value] = OfParameter(parameter.Kind);
        foreach (var allocation in kernel.Allocations.Where(allocation => allocation.Kind == IRAllocationKind.Local))
            _kinds[allocation.Value] = Uniformity.Varying;
        while (Step())
        {
        }
    }

    /// <summary>A value where it is defined.</summary>
    internal Uniformity Of(IRValue value) => value.IsConst ? Uniformity.Uniform : _kinds.GetValueOrDefault(value, Uniformity.Uniform);

    /// <summary>A value where a block uses it: outside of a loop that instances leave in different rounds it varies.</summary>
    internal Uniformity At(IRValue value, IRBlock use)
    {
        var isStale = value.Block is { } block && _divergentLoops.Any(loop => loop.Blocks.Contains(block) && !loop.Blocks.Contains(use));
        return isStale ? Uniformity.Varying : Of(value);
    }

    /// <summary>Instances that reach the block together may go on to different blocks.</summary>
    internal bool IsDivergent(IRBlock block) => block.Terminator is IRBranch branch && !At(branch.Condition, block).IsUniform;

    /// <summary>Instances meet at the start of the block that took different ways to it.</summary>
    internal bool IsDivergentJoin(IRBlock block) => _divergentJoins.Contains(block);

    /// <summary>Instances leave the loop in different rounds.</summary>
    internal bool IsDivergentLoop(IRBlock header) => _divergentLoops.Any(loop => loop.Header == header);

    /// <summary>Lanes are neighbours along X of an index space and in the linear order of a group, which may go on in its next row.</summary>
    private static Uniformity OfParameter(IRParameterKind kind) => kind switch
    {
        IRParameterKind.IndexX or IRParameterKind.LaneIndex => Uniformity.Affine(1),
        IRParameterKind.GroupIndexX or IRParameterKind.GroupIndexY or IRParameterKind.GroupIndexZ => Uniformity.Varying,
        _ => Uniformity.Uniform,
    };

    private bool Step()
    {
        var isChanged = false;
        foreach (var block in _kernel.Blocks)
        {
            foreach (var value in block.Values)
                isChanged |= Update(value, value.Opcode == IROpcode.Phi ? OfPhi(value) : UniformityRules.Of(value, operand => At(operand, block)));
            if (IsDivergent(block))
                isChanged |= Diverge(block);
        }

        return isChanged;
    }

    /// <summary>Kinds only get worse, uniform to affine to varying; a stride that changes is none.</summary>
    private bool Update(IRValue value, Uniformity kind)
    {
        var isKnown = _kinds.TryGetValue(value, out var old);
        if (isKnown && (old == kind || old.IsVarying))
            return false;
        _kinds[value] = isKnown && old.Kind == kind.Kind ? Uniformity.Varying : kind;
        return true;
    }

    private Uniformity OfPhi(IRValue phi)
    {
        if (_divergentJoins.Contains(phi.Block!))
            return Uniformity.Varying;
        Uniformity? all = null;
        for (var i = 0; i < phi.Operands.Count; i++)
        {
            var operand = phi.Operands[i];
            if (operand == phi || (operand.Block is not null && !_kinds.ContainsKey(operand)))
                continue;
            var kind = At(operand, phi.Block!.Predecessors[i]);
            if (all is not null && all != kind)
                return Uniformity.Varying;
            all = kind;
        }

        return all ?? Uniformity.Uniform;
    }

    private bool Diverge(IRBlock block)
    {
        var isChanged = false;
        foreach (var join in _regions.JoinsOf(block))
            isChanged |= _divergentJoins.Add(join);
        foreach (var loop in _loops.Where(loop => loop.Blocks.Contains(block) && _regions.MayLeave(block, loop)))
            isChanged |= _divergentLoops.Add(loop);
        return isChanged;
    }
}
