using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Blocks, branches and masks.</summary>
internal sealed partial class SimdEmitter
{
    private readonly Label?[] _labels;
    private readonly LocalBuilder?[] _masks;
    private readonly LocalBuilder?[] _activeBits;
    private readonly Stack<LocalBuilder> _freeMasks = new();
    private bool _isAllActive;

    private Label LabelOf(IRBlock block) => _labels[block.Id] ??= _il.DefineLabel();

    private LocalBuilder MaskOf(IRBlock block) => _masks[_plan.OwnerOf(block).Id] ??= TakeRegionMask();

    /// <summary>One bit per lane that is active in a masked block.</summary>
    private LocalBuilder ActiveBitsOf(IRBlock block) => _activeBits[_plan.OwnerOf(block).Id] ??= _freeRegionBits.TryPop(out var bits) ? bits : _il.DeclareLocal(typeof(int));

    private void PushMask(IRBlock block)
    {
        if (_plan.IsMasked(block))
            _il.Emit(OpCodes.Ldloc, MaskOf(block));
        else
            Call(_vectors.IntProperty("AllBitsSet"));
    }

    /// <summary>The mask of a block, where lanes may be inactive at this place.</summary>
    private void PushActiveMask(IRBlock block)
    {
        if (NeedsMask(block))
            PushMask(block);
        else
            Call(_vectors.IntProperty("AllBitsSet"));
    }

    /// <summary>The mask of half of the lanes.</summary>
    private void PushMaskHalf(IRBlock block, int half)
    {
        if (!NeedsMask(block))
        {
            Call(_vectors.Property(_vectors.Long, "AllBitsSet"));
            return;
        }

        PushMask(block);
        Call(_vectors.Exact(Widening(half), _vectors.Int));
    }

    /// <summary>One bit per active lane.</summary>
    private void PushActiveBits(IRBlock block)
    {
        if (NeedsMask(block))
            _il.Emit(OpCodes.Ldloc, ActiveBitsOf(block));
        else
            PushInt(_vectors.AllLanes);
    }

    private void EmitBlockOrRegion(IRBlock block)
    {
        if (!_plan.IsMasked(block))
        {
            _il.MarkLabel(LabelOf(block));
            CompletePhis(block);
            EmitInstructions(block);
            EmitTerminator(block);
            GiveBackLocals(_spans.EndingBehind(block));
        }
        else if (_plan.RegionOf(block).First == block)
            EmitRegion(_plan.RegionOf(block));
    }

    private void EmitRegion(MaskRegion region)
    {
        foreach (var block in region.Blocks)
        {
            _il.MarkLabel(LabelOf(block));
            if (_counted.TryGetValue(block, out var loop))
                EmitCountedHeader(block, loop);
            if (_plan.OwnsMask(block))
                EmitSkip(block, region);
            if (_bodies.TryGetValue(block, out var body))
                _il.MarkLabel(body);
            if (loop is null)
                CompletePhis(block);
            if (HasFastForm(block))
                EmitBothForms(block);
            else
                EmitInstructions(block);
            foreach (var cleared in _plan.ClearedAt(block))
                EmitClear(cleared);
            EmitMaskedTerminator(block);
            GiveBackLocals(_spans.EndingBehind(block));
        }

        GiveBackMasks(region);
        _il.Emit(OpCodes.Br, region.Exit is null ? _end : LabelOf(region.Exit));
    }

    private void EmitSkip(IRBlock block, MaskRegion region)
    {
        _il.Emit(OpCodes.Ldloc, MaskOf(block));
        Call(_vectors.Generic("ExtractMostSignificantBits", typeof(int), 1));
        _il.Emit(OpCodes.Conv_I4);
        _il.Emit(OpCodes.Dup);
        _il.Emit(OpCodes.Stloc, ActiveBitsOf(block));
        var next = _plan.NextWithout(block) ?? region.Exit;
        var target = next is null ? _end : LabelOf(next);
        var cleared = _plan.ClearedWithout(block);
        if (cleared.Count == 0)
        {
            _il.Emit(OpCodes.Brfalse, target);
            return;
        }

        var some = _il.DefineLabel();
        _il.Emit(OpCodes.Brtrue, some);
        foreach (var other in cleared)
            EmitClear(other);
        _il.Emit(OpCodes.Br, target);
        _il.MarkLabel(some);
    }

    private void EmitClear(IRBlock block)
    {
        Call(_vectors.IntProperty("Zero"));
        _il.Emit(OpCodes.Stloc, MaskOf(block));
    }

    /// <summary>Blocks in loops that touch neighbouring addresses exist twice: most of the time all lanes are active.</summary>
    private bool HasFastForm(IRBlock block) => !_isPartial && _flow.Nest.InnermostOf(block) is not null
        && !block.Instructions.Any(BarrierBlocks.IsGroupBarrier)
        && block.Instructions.Any(value => value.Opcode.IsMemory && IsContiguous(value.Operands[0], value.Opcode == IROpcode.Load ? value.Type : value.OperandType, block));

    private void EmitBothForms(IRBlock block)
    {
        var (some, done) = (_il.DefineLabel(), _il.DefineLabel());
        _il.Emit(OpCodes.Ldloc, ActiveBitsOf(block));
        PushInt(_vectors.AllLanes);
        _il.Emit(OpCodes.Bne_Un, some);
        _isAllActive = true;
        EmitInstructions(block);
        _isAllActive = false;
        _il.Emit(OpCodes.Br, done);
        _il.MarkLabel(some);
        EmitInstructions(block);
        _il.MarkLabel(done);
    }

    /// <summary>Lanes of the block, at this place, may be inactive.</summary>
    private bool NeedsMask(IRBlock block) => _plan.IsMasked(block) && !_isAllActive;

    private void CompletePhis(IRBlock block)
    {
        foreach (var phi in block.Phis)
            Complete(phi);
    }

    private void EmitInstructions(IRBlock block)
    {
        foreach (var value in block.Instructions)
        {
            EmitValue(value);
            GiveBackLocals(_spans.EndingAt(value));
        }
    }

    private void EmitValue(IRValue value)
    {
        switch (value.Opcode)
        {
            case IROpcode.Store:
                EmitStore(value);
                break;
            case IROpcode.Atomic:
                EmitAtomic(value);
                break;
            case IROpcode.Barrier:
                EmitBarrier(value);
                break;
            case IROpcode.Fence:
                EmitFence(value);
                break;
            case IROpcode.Check:
                EmitCheck(value);
                break;
            case IROpcode.Shuffle when _values.FormOf(value) != ValueForm.Scalar:
                EmitShuffle(value);
                break;
            default:
                EmitDefinition(value);
                break;
        }
    }

    private void EmitTerminator(IRBlock block)
    {
        switch (block.Terminator)
        {
            case IRJump jump:
                EmitGo(block, jump.Target);
                break;
            case IRBranch when _divergence.IsVaryingBranch(block):
                EmitSplit(block);
                break;
            case IRBranch branch:
                var otherwise = _il.DefineLabel();
                PushScalar(branch.Condition);
                _il.Emit(OpCodes.Brfalse, otherwise);
                EmitGo(block, branch.Then);
                _il.MarkLabel(otherwise);
                EmitGo(block, branch.Else);
                break;
            default:
                _il.Emit(OpCodes.Br, _end);
                break;
        }
    }

    /// <summary>All lanes go on with one block.</summary>
    private void EmitGo(IRBlock block, IRBlock target)
    {
        var region = _plan.IsMasked(target) ? _plan.RegionOf(target) : null;
        if (region is not null)
            EmitEntry(region);
        EmitEdge(block, target, null, false);
        _il.Emit(OpCodes.Br, LabelOf(region?.First ?? target));
    }

    /// <summary>Lanes enter a region in different directions.</summary>
    private void EmitSplit(IRBlock block)
    {
        var branch = (IRBranch)block.Terminator;
        var region = _plan.RegionOf(_plan.IsMasked(branch.Then) ? branch.Then : branch.Else);
        EmitEntry(region);
        EmitDivergentEdges(block, branch);
        _il.Emit(OpCodes.Br, LabelOf(region.First));
    }

    private void EmitEntry(MaskRegion region)
    {
        foreach (var block in _plan.ClearedOnEntry(region))
            EmitClear(block);
    }

    private void EmitMaskedTerminator(IRBlock block)
    {
        switch (block.Terminator)
        {
            case IRJump jump:
                EmitEdge(block, jump.Target, null, false);
                if (_flow.IsBackEdge(block, jump.Target))
                    _il.Emit(OpCodes.Br, _again.TryGetValue(jump.Target, out var again) ? again : LabelOf(jump.Target));
                break;
            case IRBranch branch when _divergence.IsVaryingBranch(block):
                EmitDivergentEdges(block, branch);
                break;
            case IRBranch branch:
                EmitMaskedBranch(block, branch);
                break;
        }
    }

    /// <summary>All active lanes take the same way, but others may be on other ways: control goes on in order.</summary>
    private void EmitMaskedBranch(IRBlock block, IRBranch branch)
    {
        var (otherwise, done) = (_il.DefineLabel(), _il.DefineLabel());
        PushScalar(branch.Condition);
        _il.Emit(OpCodes.Brfalse, otherwise);
        EmitWay(block, branch.Then, branch.Else);
        _il.Emit(OpCodes.Br, done);
        _il.MarkLabel(otherwise);
        EmitWay(block, branch.Else, branch.Then);
        _il.MarkLabel(done);
    }

    private void EmitWay(IRBlock block, IRBlock taken, IRBlock other)
    {
        if (_plan.OwnsMask(other) && !_plan.Collects(other))
            EmitClear(other);
        EmitEdge(block, taken, null, false);
    }

    private void EmitDivergentEdges(IRBlock block, IRBranch branch)
    {
        var condition = TakeMask();
        PushVector(branch.Condition, block);
        _il.Emit(OpCodes.Stloc, condition);
        EmitEdge(block, branch.Then, condition, false);
        EmitEdge(block, branch.Else, condition, true);
        _freeMasks.Push(condition);
    }

    private void EmitEdge(IRBlock from, IRBlock to, LocalBuilder? condition, bool isNegated)
    {
        var blends = to.Phis.Any(phi => IsBlended(phi, from, to));
        var mask = TakeMask();
        if (blends || _plan.OwnsMask(to))
        {
            PushEdgeMask(from, condition, isNegated);
            _il.Emit(OpCodes.Stloc, mask);
        }

        EmitPhis(from, to, mask);
        if (_plan.OwnsMask(to))
            EmitArrival(to, mask);
        _freeMasks.Push(mask);
    }

    private void EmitArrival(IRBlock to, LocalBuilder mask)
    {
        _il.Emit(OpCodes.Ldloc, mask);
        if (_plan.Collects(to))
        {
            _il.Emit(OpCodes.Ldloc, MaskOf(to));
            Call(_vectors.Generic("BitwiseOr", typeof(int), 2));
        }

        _il.Emit(OpCodes.Stloc, MaskOf(to));
    }

    private void PushEdgeMask(IRBlock from, LocalBuilder? condition, bool isNegated)
    {
        if (condition is null || _plan.IsMasked(from))
            PushMask(from);
        if (condition is null)
            return;
        _il.Emit(OpCodes.Ldloc, condition);
        if (_plan.IsMasked(from))
            Call(_vectors.Generic(isNegated ? "AndNot" : "BitwiseAnd", typeof(int), 2));
        else if (isNegated)
            Call(_vectors.Generic("OnesComplement", typeof(int), 1));
    }

    /// <summary>All phis of a block change at once.</summary>
    private void EmitPhis(IRBlock from, IRBlock to, LocalBuilder mask)
    {
        foreach (var phi in to.Phis)
            PushPhi(phi, from, to, mask);
        foreach (var phi in Enumerable.Reverse(to.Phis))
            PopPhi(phi);
    }

    private void PushPhi(IRValue phi, IRBlock from, IRBlock to, LocalBuilder mask)
    {
        var operand = phi.Operands[to.IndexOf(from)];
        switch (_values.FormOf(phi))
        {
            case ValueForm.Scalar:
                PushScalar(operand);
                break;
            case ValueForm.Vector:
                PushPhiPart(phi, operand, from, to, LocalRole.Vector, mask);
                break;
            default:
                PushPhiPart(phi, operand, from, to, LocalRole.Low, mask);
                PushPhiPart(phi, operand, from, to, LocalRole.High, mask);
                break;
        }
    }

    private void PushPhiPart(IRValue phi, IRValue operand, IRBlock from, IRBlock to, LocalRole role, LocalBuilder mask)
    {
        var isBlended = IsBlended(phi, from, to);
        if (isBlended)
        {
            _il.Emit(OpCodes.Ldloc, mask);
            if (role != LocalRole.Vector)
                Call(_vectors.Exact(Widening(role - LocalRole.Low), _vectors.Int));
        }

        PushPart(operand, from, role == LocalRole.High ? 1 : 0);
        if (!isBlended)
            return;
        _il.Emit(OpCodes.Ldloc, LocalOf(phi, role));
        EmitBlend(phi.Type);
    }

    private void PopPhi(IRValue phi)
    {
        switch (_values.FormOf(phi))
        {
            case ValueForm.Scalar:
                _il.Emit(OpCodes.Stloc, LocalOf(phi, LocalRole.Scalar));
                break;
            case ValueForm.Vector:
                _il.Emit(OpCodes.Stloc, LocalOf(phi, LocalRole.Vector));
                break;
            default:
                _il.Emit(OpCodes.Stloc, LocalOf(phi, LocalRole.High));
                _il.Emit(OpCodes.Stloc, LocalOf(phi, LocalRole.Low));
                break;
        }
    }

    /// <summary>
    /// Only the lanes that take the edge get its value. The first edge into a join may set all lanes: the others follow; unless it
    /// leaves a loop, where it is passed many times.
    /// </summary>
    private bool IsBlended(IRValue phi, IRBlock from, IRBlock to)
    {
        if (!ShapeOf(phi).IsVarying)
            return false;
        if (_flow.IsHeader(to))
            return _values.IsFrozen(phi);
        if (!_divergence.IsJoin(to))
            return false;
        var isFirst = to.Predecessors.All(other => _flow.PositionOf(from) <= _flow.PositionOf(other));
        return !isFirst || !LoopNest.IsIn(to, _flow.Nest.InnermostOf(from));
    }

    private LocalBuilder TakeMask() => _freeMasks.TryPop(out var mask) ? mask : _il.DeclareLocal(_vectors.Int);
}
