using System.Reflection;
using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Blocks of the method, the stack between them, branches and the return.</summary>
internal sealed partial class MethodFrame
{
    private readonly Dictionary<ILBlock, KernelValue[]> _entryStacks = [];
    private readonly Dictionary<ILBlock, StackSlots[]> _entrySlots = [];
    private IRBlock? _exit;
    private KernelValue? _result;
    private Variable? _resultVariable;

    /// <summary>The first block goes on in the caller's, unless a loop returns to it.</summary>
    private void EnterFirstBlock()
    {
        var first = _body.Blocks[0];
        _blocks[first] = Ssa.Current;
        if (first.Predecessors.Count == 0)
            return;
        var block = Ssa.NewBlock();
        Ssa.Current.Terminator = new IRJump(block);
        _blocks[first] = block;
    }

    private void SealLoopsOf(ILBlock block)
    {
        foreach (var target in block.Successors)
        {
            if (target.LastPredecessor <= block.Order && target.Order <= block.Order && _blocks.TryGetValue(target, out var header))
                Ssa.Seal(header);
        }
    }

    /// <summary>The block that an edge from the current one leads to; the stack goes with it.</summary>
    private IRBlock Edge(ILBlock target)
    {
        PassStack(target);
        return _blocks.TryGetValue(target, out var block) ? block : _blocks[target] = Ssa.NewBlock();
    }

    private void Jump(ILBlock target) => Ssa.Current.Terminator = new IRJump(Edge(target));

    /// <summary>Ends the current block; a branch that is decided already leaves the other side out.</summary>
    private void Branch(IRValue condition, ILBlock then, ILBlock @else)
    {
        if (condition.IsConst || then == @else)
            Jump(condition.IsConst && condition.Bits == 0 ? @else : then);
        else
            Ssa.Current.Terminator = new IRBranch(condition, Edge(then), Edge(@else));
    }

    private void PassStack(ILBlock target)
    {
        if (_stack.Count == 0)
            return;
        if (target.Predecessors.Count == 1)
        {
            _entryStacks[target] = [.. _stack.Reverse()];
            return;
        }

        KernelValue[] values = [.. _stack.Reverse().Select(Spilled)];
        if (!_entrySlots.TryGetValue(target, out var slots))
            _entrySlots[target] = slots = [.. values.Select(NewSlots)];
        for (var i = 0; i < slots.Length; i++)
            Ssa.WriteAll(slots[i].FirstSlot, Coerce(values[i], slots[i].Layout).Leaves);
    }

    private void LoadStack(ILBlock block)
    {
        _stack.Clear();
        if (_entryStacks.TryGetValue(block, out var values))
        {
            foreach (var value in values)
                Push(value);
        }
        else if (_entrySlots.TryGetValue(block, out var slots))
        {
            foreach (var (layout, first) in slots)
                Push(new KernelValue(layout.Type, Ssa.ReadAll(first, layout.Leaves.Count)));
        }
    }

    // One side of a merge may have a comparison where the other has the constant 0 or 1.
    private KernelValue Spilled(KernelValue value) =>
        value.Leaves is [{ Type: IRType.Bool }] && value.Type == typeof(bool) ? new(AsInteger(value.Scalar)) : value;

    private StackSlots NewSlots(KernelValue value)
    {
        var layout = _compilation.LayoutOf(value.Type);
        return new(layout, Ssa.NewSlots(layout));
    }

    private void Switch(ILInstruction instruction)
    {
        var value = AsInteger(Pop().Scalar);
        for (var i = 0; i < instruction.Targets.Length; i++)
        {
            var isCase = Emit(IROpcode.CmpEq, IRType.Bool, value, Kernel.Const(i));
            var target = _body.BlockAt(instruction.Targets[i]);
            if (isCase is { IsConst: true, Bits: 0 })
                continue;
            if (isCase.IsConst)
            {
                Jump(target);
                return;
            }

            var rest = Ssa.NewBlock();
            Ssa.Current.Terminator = new IRBranch(isCase, Edge(target), rest);
            Ssa.Seal(rest);
            Ssa.Current = rest;
        }

        Jump(_body.BlockAt(instruction.Next));
    }

    private void Return()
    {
        var layout = Method is MethodInfo { ReturnType: var type } && type != typeof(void) ? _compilation.LayoutOf(type) : null;
        var value = layout is null ? null : Coerce(Pop(), layout);
        if (_caller is null)
        {
            Ssa.Current.Terminator = new IRReturn();
            _exit = Ssa.Current;
        }
        else if (HasOneReturn)
        {
            (_exit, _result) = (Ssa.Current, value);
        }
        else
        {
            _exit ??= Ssa.NewBlock();
            if (value is not null)
                (_resultVariable ??= new(new(Method, false, -1), layout!, isFrozen: false)).Write(Ssa, value.Leaves);
            Ssa.Current.Terminator = new IRJump(_exit);
        }
    }

    private bool HasOneReturn => _body.Returns == 1;

    private KernelValue? Leave()
    {
        if (_exit is null)
            throw Refuse(KernelRefusal.Endless, $"{Method.DeclaringType?.Name}.{Method.Name}");

        // The only return may lie in a block of the caller, whose loops are not closed yet.
        if (!HasOneReturn)
            Ssa.Seal(_exit);
        Ssa.Current = _exit;
        return _resultVariable is null ? _result : new(_resultVariable.Layout.Type, _resultVariable.Read(Ssa));
    }

    /// <summary>A value that is on the stack where several edges meet.</summary>
    private sealed record StackSlots(TypeLayout Layout, int FirstSlot);
}
