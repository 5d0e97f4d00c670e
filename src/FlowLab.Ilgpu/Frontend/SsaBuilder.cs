using System.Diagnostics.CodeAnalysis;
using ILGPU.IR;

namespace ILGPU.Frontend;

/// <summary>
/// Builds SSA form while the blocks are made, after Braun et al., "Simple and Efficient Construction of Static Single Assignment Form",
/// CC 2013: a slot that is read in a block without a definition is looked up in the predecessors, through a phi where there are several.
/// A block whose predecessors are not all known yet is not sealed; its phis get their operands when it is.
/// </summary>
internal sealed class SsaBuilder(IRKernel kernel)
{
    private readonly List<Leaf> _slots = [];
    private readonly Dictionary<IRBlock, Dictionary<int, IRValue>> _definitions = [];
    private readonly Dictionary<IRBlock, List<IncompletePhi>> _incomplete = [];
    private readonly HashSet<IRBlock> _sealed = [];

    internal IRKernel Kernel { get; } = kernel;

    /// <summary>The block that values are appended to.</summary>
    internal IRBlock Current { get; set; } = new();

    internal IRLocation? Location { get; set; }

    internal IRBlock NewBlock()
    {
        var block = new IRBlock();
        Kernel.Blocks.Add(block);
        return block;
    }

    internal IRBlock NewSealedBlock()
    {
        var block = NewBlock();
        _sealed.Add(block);
        return block;
    }

    internal int NewSlots(TypeLayout layout)
    {
        var first = _slots.Count;
        _slots.AddRange(layout.Leaves);
        return first;
    }

    internal IRValue[] ReadAll(int firstSlot, int count)
    {
        var leaves = new IRValue[count];
        for (var i = 0; i < count; i++)
            leaves[i] = Read(firstSlot + i, Current);
        return leaves;
    }

    internal void WriteAll(int firstSlot, ReadOnlySpan<IRValue> leaves)
    {
        for (var i = 0; i < leaves.Length; i++)
            Write(firstSlot + i, Current, leaves[i]);
    }

    /// <summary>No further predecessors will come.</summary>
    internal void Seal(IRBlock block)
    {
        if (!_sealed.Add(block) || !_incomplete.Remove(block, out var phis))
            return;
        foreach (var (slot, phi) in phis)
            AddOperands(slot, phi, block);
    }

    internal IRValue Emit(IROpcode opcode, IRType type, params ReadOnlySpan<IRValue> operands) =>
        Emit(new IRValue(opcode, type, operands) { Location = Location });

    internal IRValue Emit(IRValue value) => IRSimplifier.Simplify(Kernel, value, Emit) ?? Current.Append(value);

    private void Write(int slot, IRBlock block, IRValue value)
    {
        if (!_definitions.TryGetValue(block, out var slots))
            _definitions[block] = slots = [];
        slots[slot] = value;
    }

    private bool TryFind(int slot, IRBlock block, [NotNullWhen(true)] out IRValue? value)
    {
        value = null;
        return _definitions.TryGetValue(block, out var slots) && slots.TryGetValue(slot, out value);
    }

    private IRValue Read(int slot, IRBlock block)
    {
        var at = block;
        IRValue? value;
        while (!TryFind(slot, at, out value))
        {
            if (!_sealed.Contains(at) || at.Predecessors.Count != 1)
            {
                value = ReadWithoutDefinition(slot, at);
                break;
            }

            at = at.Predecessors[0];
        }

        if (at != block)
            Write(slot, block, value);
        return value;
    }

    private IRValue ReadWithoutDefinition(int slot, IRBlock block)
    {
        if (_sealed.Contains(block) && block.Predecessors.Count == 0)
            return Kernel.Const(_slots[slot].Type, 0);
        var phi = block.Append(new(IROpcode.Phi, _slots[slot].Type) { Location = Location });
        Write(slot, block, phi);
        if (_sealed.Contains(block))
            return AddOperands(slot, phi, block);
        if (!_incomplete.TryGetValue(block, out var phis))
            _incomplete[block] = phis = [];
        phis.Add(new(slot, phi));
        return phi;
    }

    private IRValue AddOperands(int slot, IRValue phi, IRBlock block)
    {
        foreach (var predecessor in block.Predecessors)
            phi.AddOperand(Read(slot, predecessor));
        var value = IRSimplifier.Simplify(Kernel, phi, Emit) ?? phi;
        if (_definitions[block][slot] == phi)
            Write(slot, block, value);
        return value;
    }

    /// <summary>A phi of a block whose predecessors are not all known.</summary>
    private sealed record IncompletePhi(int Slot, IRValue Phi);
}
