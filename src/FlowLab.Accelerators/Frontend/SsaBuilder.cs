using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>
/// Builds SSA form while the blocks are made, after Braun et al., "Simple and Efficient Construction of Static Single Assignment Form",
/// CC 2013: a slot that is read in a block without a definition is looked up in the predecessors, through a phi where there are several.
/// A block whose predecessors are not all known yet is not sealed; its phis get their operands when it is.
/// </summary>
internal sealed class SsaBuilder(IRKernel kernel)
{
    private readonly List<Leaf> _slots = [];
    private readonly List<Construction> _blocks = [];
    private IRLocation? _location;
    private MethodBase? _method;
    private IRLocation? _caller;
    private int _offset;

    internal IRKernel Kernel { get; } = kernel;

    /// <summary>The block that values are appended to.</summary>
    internal IRBlock Current { get; set; } = new();

    /// <summary>Where the instruction is that is translated; made when it is asked for, which many instructions do not need.</summary>
    internal IRLocation? Location
    {
        get => _location ??= _method is null ? null : new(_method, _offset, _caller);
        set => (_location, _method) = (value, null);
    }

    /// <summary>Goes on to an instruction.</summary>
    internal void MoveTo(MethodBase method, int offset, IRLocation? caller) => (_location, _method, _offset, _caller) = (null, method, offset, caller);

    internal IRBlock NewBlock()
    {
        var block = new IRBlock { Id = _blocks.Count };
        _blocks.Add(new());
        Kernel.Blocks.Add(block);
        return block;
    }

    internal IRBlock NewSealedBlock()
    {
        var block = NewBlock();
        ConstructionOf(block).IsSealed = true;
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
        var construction = ConstructionOf(block);
        if (construction.IsSealed)
            return;
        construction.IsSealed = true;
        foreach (var (slot, phi) in construction.Incomplete)
            AddOperands(slot, phi, block);
        construction.Incomplete.Clear();
    }

    internal IRValue Emit(IROpcode opcode, IRType type, params ReadOnlySpan<IRValue> operands) =>
        Emit(new IRValue(opcode, type, operands) { Location = Location });

    internal IRValue Emit(IRValue value) => IRSimplifier.Simplify(Kernel, value, Emit) ?? Current.Append(value);

    private Construction ConstructionOf(IRBlock block) => _blocks[block.Id];

    private void Write(int slot, IRBlock block, IRValue value) => ConstructionOf(block).Definitions[slot] = value;

    private bool TryFind(int slot, IRBlock block, [NotNullWhen(true)] out IRValue? value) =>
        ConstructionOf(block).Definitions.TryGetValue(slot, out value);

    private IRValue Read(int slot, IRBlock block)
    {
        var at = block;
        IRValue? value;
        while (!TryFind(slot, at, out value))
        {
            if (!ConstructionOf(at).IsSealed || at.Predecessors.Count != 1)
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
        if (ConstructionOf(block).IsSealed && block.Predecessors.Count == 0)
            return Kernel.Const(_slots[slot].Type, 0);
        var phi = block.Append(new(IROpcode.Phi, _slots[slot].Type) { Location = Location });
        Write(slot, block, phi);
        if (ConstructionOf(block).IsSealed)
            return AddOperands(slot, phi, block);
        ConstructionOf(block).Incomplete.Add(new(slot, phi));
        return phi;
    }

    private IRValue AddOperands(int slot, IRValue phi, IRBlock block)
    {
        foreach (var predecessor in block.Predecessors)
            phi.AddOperand(Read(slot, predecessor));
        var value = IRSimplifier.Simplify(Kernel, phi, Emit) ?? phi;
        if (ConstructionOf(block).Definitions[slot] == phi)
            Write(slot, block, value);
        return value;
    }

    /// <summary>What is known of a block; the numbers of blocks are places in the list of these until all are made.</summary>
    private sealed class Construction
    {
        internal Dictionary<int, IRValue> Definitions { get; } = [];

        internal List<IncompletePhi> Incomplete { get; } = [];

        internal bool IsSealed { get; set; }
    }

    /// <summary>A phi of a block whose predecessors are not all known.</summary>
    private sealed record IncompletePhi(int Slot, IRValue Phi);
}
