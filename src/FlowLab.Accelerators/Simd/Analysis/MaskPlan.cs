using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// How divergent control is laid out. Blocks that a part of the lanes may run form regions: a region is run block by block in the order
/// of the control flow, each block under a mask, and left at its one exit. Blocks outside of regions keep real branches.
/// </summary>
internal sealed class MaskPlan
{
    private readonly ControlFlow _flow;
    private readonly Dictionary<IRBlock, MaskRegion> _regions = [];
    private readonly Dictionary<IRBlock, IRBlock> _owners = [];
    private readonly Dictionary<IRBlock, IRBlock> _anchors = [];
    private readonly Dictionary<IRBlock, List<IRBlock>> _cleared = [];

    /// <param name="kernel">The kernel.</param>
    /// <param name="flow">Its control flow.</param>
    /// <param name="divergence">What lanes differ in.</param>
    /// <param name="isPartial">The entry itself runs under a mask.</param>
    internal MaskPlan(IRKernel kernel, ControlFlow flow, Divergence divergence, bool isPartial)
    {
        _flow = flow;
        if (isPartial)
            Add([.. kernel.Blocks]);
        else
        {
            foreach (var branch in divergence.VaryingBranches())
                Add(divergence.InfluenceOf(branch));
            JoinNeighbours();
        }

        foreach (var region in _regions.Values.Distinct())
            region.Close(_regions);
        foreach (var block in flow.Order.Where(IsMasked))
            Own(block);
        foreach (var (block, anchor) in _anchors)
        {
            if (!Collects(block))
                continue;
            if (!_cleared.TryGetValue(anchor, out var blocks))
                _cleared[anchor] = blocks = [];
            blocks.Add(block);
        }
    }

    internal bool IsMasked(IRBlock block) => _regions.ContainsKey(block);

    internal MaskRegion RegionOf(IRBlock block) => _regions[block];

    /// <summary>The block whose mask a masked block shares; often its own.</summary>
    internal IRBlock OwnerOf(IRBlock block) => _owners[block];

    internal bool OwnsMask(IRBlock block) => IsMasked(block) && _owners[block] == block;

    /// <summary>The mask of a block collects those of several edges: it is cleared at its anchor and grows from edge to edge.</summary>
    internal bool Collects(IRBlock block) =>
        OwnsMask(block) && !_flow.IsHeader(block)
        && (block.Predecessors.Count != 1 || !IsInSameLoop(block.Predecessors[0], block));

    /// <summary>The blocks whose masks are cleared before the edges that leave a masked block.</summary>
    internal IReadOnlyList<IRBlock> ClearedAt(IRBlock anchor) => _cleared.TryGetValue(anchor, out var blocks) ? blocks : [];

    /// <summary>The blocks whose masks are cleared where a region is entered from outside.</summary>
    internal IEnumerable<IRBlock> ClearedOnEntry(MaskRegion region) =>
        region.Blocks.Where(block => OwnsMask(block) && (!_anchors.TryGetValue(block, out var anchor) || !IsMasked(anchor)));

    /// <summary>
    /// Where control goes when no lane is active in a block: past all that can be reached through it only; but not past blocks behind
    /// the loop, which lanes may have gone to in earlier iterations.
    /// </summary>
    internal IRBlock? NextWithout(IRBlock block)
    {
        var blocks = _regions[block].Blocks;
        var place = PlaceWithout(block, blocks);
        return place < blocks.Count ? blocks[place] : null;
    }

    /// <summary>
    /// The blocks that can be reached through a block only but come behind the place where control goes without it: nothing sets their
    /// masks then. Blocks behind the loop keep what earlier iterations left there.
    /// </summary>
    internal List<IRBlock> ClearedWithout(IRBlock block)
    {
        var (blocks, loop, cleared) = (_regions[block].Blocks, _flow.Nest.InnermostOf(block), new List<IRBlock>());
        for (var i = PlaceWithout(block, blocks); i < blocks.Count; i++)
        {
            var other = blocks[i];
            if (other != block && _flow.Dominators.Dominates(block, other) && OwnsMask(other) && LoopNest.IsIn(other, loop))
                cleared.Add(other);
        }

        return cleared;
    }

    private int PlaceWithout(IRBlock block, IReadOnlyList<IRBlock> blocks)
    {
        var (loop, place) = (_flow.Nest.InnermostOf(block), 0);
        while (blocks[place] != block)
            place++;
        while (place < blocks.Count && _flow.Dominators.Dominates(block, blocks[place]) && LoopNest.IsIn(blocks[place], loop))
            place++;
        return place;
    }

    private bool IsInSameLoop(IRBlock predecessor, IRBlock block) => LoopNest.IsIn(block, _flow.Nest.InnermostOf(predecessor));

    private void Add(HashSet<IRBlock> blocks)
    {
        var merged = blocks.Where(_regions.ContainsKey).Select(block => _regions[block]).Distinct().ToList();
        foreach (var region in merged)
            blocks.UnionWith(region.Blocks);
        var ordered = new List<IRBlock>(blocks);
        ordered.Sort((first, second) => _flow.PositionOf(first) - _flow.PositionOf(second));
        var union = new MaskRegion(ordered);
        foreach (var block in blocks)
            _regions[block] = union;
    }

    /// <summary>A region that leads into the middle of another becomes part of it: there is no entry but the first block.</summary>
    private void JoinNeighbours()
    {
        var work = new Stack<MaskRegion>(_regions.Values.Distinct());
        while (work.TryPop(out var region))
        {
            if (_regions[region.First] != region || region.NextRegion(_regions) is not { } next)
                continue;
            Add([.. region.Blocks, .. next.Blocks]);
            work.Push(_regions[region.First]);
        }
    }

    private void Own(IRBlock block)
    {
        _owners[block] = block;
        var anchor = _flow.Dominators.ImmediateOf(block);
        while (anchor is not null && !LoopNest.IsIn(block, _flow.Nest.InnermostOf(anchor)))
            anchor = _flow.Dominators.ImmediateOf(anchor);
        if (anchor is null)
            return;
        _anchors[block] = anchor;
        if (IsMasked(anchor) && !_flow.IsHeader(block) && !CanAvoid(anchor, block))
            _owners[block] = _owners[anchor];
    }

    /// <summary>Lanes can go from one block to the end of its loop's iteration, out of the loop or to a return, without passing another.</summary>
    private bool CanAvoid(IRBlock from, IRBlock avoided)
    {
        var loop = _flow.Nest.InnermostOf(from);
        var seen = new HashSet<IRBlock>();
        var work = new Stack<IRBlock>([from]);
        while (work.TryPop(out var block))
        {
            if (block.Successors.Length == 0)
                return true;
            foreach (var successor in block.Successors.Where(successor => successor != avoided))
            {
                if (!LoopNest.IsIn(successor, loop) || successor == loop?.Header)
                    return true;
                if (seen.Add(successor))
                    work.Push(successor);
            }
        }

        return false;
    }
}
