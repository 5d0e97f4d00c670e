using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>
/// An argument or local of an inlined method. One that is stored once is frozen: it is its value, without SSA slots. C#'s definite
/// assignment makes sure that no use comes before the store.
/// </summary>
internal sealed class Variable(VariableKey key, TypeLayout layout, bool isFrozen)
{
    private int _firstSlot = -1;
    private IRValue[]? _frozen;

    internal TypeLayout Layout { get; } = layout;

    internal IRValue[] Read(SsaBuilder ssa) => isFrozen ? Frozen() : ssa.ReadAll(FirstSlot(ssa), Layout.Leaves.Count);

    internal void Write(SsaBuilder ssa, IRValue[] leaves)
    {
        if (isFrozen)
            _frozen = leaves;
        else
            ssa.WriteAll(FirstSlot(ssa), leaves);
    }

    internal RefTarget Target(SsaBuilder ssa) =>
        isFrozen ? new FrozenTarget(Layout, Frozen(), key) : new SlotTarget(Layout, FirstSlot(ssa));

    private IRValue[] Frozen() => _frozen ?? throw new ThawException(key);

    // A local that is read before any store is zero.
    private int FirstSlot(SsaBuilder ssa) => _firstSlot >= 0 ? _firstSlot : _firstSlot = ssa.NewSlots(Layout);
}
