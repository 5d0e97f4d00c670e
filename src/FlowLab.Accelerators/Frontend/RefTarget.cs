using System.Reflection;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>What a ref to a local or argument means; refs to memory are addresses instead.</summary>
/// <param name="Layout">The type it points at.</param>
internal abstract record RefTarget(TypeLayout Layout)
{
    /// <summary>The ref to a field.</summary>
    internal abstract RefTarget Field(FieldInfo field);
}

/// <summary>A variable that changes: its scalars are SSA slots.</summary>
internal sealed record SlotTarget(TypeLayout Layout, int FirstSlot) : RefTarget(Layout)
{
    internal override RefTarget Field(FieldInfo field)
    {
        var (_, first, layout) = Layout.FieldOf(field);
        return new SlotTarget(layout, FirstSlot + first);
    }
}

/// <summary>A variable that nothing changes once it is assigned: its scalars are known.</summary>
internal sealed record FrozenTarget(TypeLayout Layout, ReadOnlyMemory<IRValue> Leaves, VariableKey Key) : RefTarget(Layout)
{
    internal override RefTarget Field(FieldInfo field)
    {
        var (_, first, layout) = Layout.FieldOf(field);
        return new FrozenTarget(layout, Leaves.Slice(first, layout.Leaves.Count), Key);
    }
}

/// <summary>An argument or local of a method, wherever it is inlined.</summary>
internal sealed record VariableKey(MethodBase Method, bool IsArgument, int Index);
