using System.Collections;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Which values a warp needs again when it goes on behind a barrier. In the blocks of a mask region, which run one after the other whatever
/// the branches say, these are all that the region makes.
/// </summary>
internal sealed class FrameLiveness
{
    private readonly SimdAnalysis _analysis;
    private readonly MaskPlan _plan;
    private readonly BitArray[] _in;
    private readonly BitArray[] _out;

    internal FrameLiveness(SimdAnalysis analysis, MaskPlan plan)
    {
        (_analysis, _plan) = (analysis, plan);
        var blocks = analysis.Kernel.Blocks;
        _in = [.. blocks.Select(_ => new BitArray(analysis.Uses.Count))];
        _out = [.. blocks.Select(_ => new BitArray(analysis.Uses.Count))];
        var isChanging = true;
        while (isChanging)
        {
            isChanging = false;
            for (var i = blocks.Count - 1; i >= 0; i--)
                isChanging |= Update(blocks[i]);
        }
    }

    /// <summary>The values with locals that are needed behind a block, in their order.</summary>
    internal List<IRValue> Behind(IRBlock block)
    {
        var live = new BitArray(_out[block.Id]);
        if (_plan.IsMasked(block))
            AddRegion(_plan.RegionOf(block), live);
        return [.. _analysis.Kernel.Values.Where(value => live[value.Id] && !_analysis.Values.IsInlined(value) && value.Type != IRType.Void)];
    }

    private void AddRegion(MaskRegion region, BitArray live)
    {
        foreach (var block in region.Blocks)
        {
            live.Or(_in[block.Id]);
            live.Or(_out[block.Id]);
            foreach (var value in block.Values)
                live[value.Id] = _analysis.Values.FormOf(value) != ValueForm.Virtual;
        }

        foreach (var phi in region.Exit?.Phis ?? [])
            live[phi.Id] = true;
    }

    private bool Update(IRBlock block)
    {
        var live = new BitArray(_analysis.Uses.Count);
        foreach (var successor in block.Successors)
        {
            var entering = new BitArray(_in[successor.Id]);
            foreach (var phi in successor.Phis)
                entering[phi.Id] = false;
            live.Or(entering);
            foreach (var phi in successor.Phis)
                Use(phi.Operands[successor.IndexOf(block)], live);
        }

        _out[block.Id] = new(live);
        if (block.Terminator is IRBranch branch)
            Use(branch.Condition, live);
        for (var i = block.Instructions.Count - 1; i >= 0; i--)
            Define(block.Instructions[i], live);
        foreach (var phi in block.Phis)
            live[phi.Id] = false;
        var isChanged = !AreSame(live, _in[block.Id]);
        _in[block.Id] = live;
        return isChanged;
    }

    private void Define(IRValue value, BitArray live)
    {
        live[value.Id] = false;
        if (_analysis.Values.FormOf(value) == ValueForm.Virtual)
            return;
        foreach (var operand in value.Operands)
            Use(operand, live);
    }

    /// <summary>A value that is kept nowhere is made from its operands where it is used.</summary>
    private void Use(IRValue value, BitArray live)
    {
        if (value.Block is null)
            return;
        if (_analysis.Values.FormOf(value) != ValueForm.Virtual)
            live[value.Id] = true;
        else
        {
            foreach (var operand in value.Operands)
                Use(operand, live);
        }
    }

    private static bool AreSame(BitArray left, BitArray right) => !new BitArray(left).Xor(right).HasAnySet();
}
