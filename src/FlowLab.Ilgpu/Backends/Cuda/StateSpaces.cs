using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>
/// Which memory every pointer of a kernel points to, followed from the views and allocations that it comes from. Pointers that meet from
/// different memories become generic.
/// </summary>
internal sealed class StateSpaces
{
    private static readonly StateSpace[] Single = [StateSpace.None, StateSpace.Global, StateSpace.Shared, StateSpace.Local];

    private readonly Dictionary<IRValue, StateSpace> _spaces = [];

    internal StateSpaces(IRKernel kernel)
    {
        List<IRValue> pointers = [.. kernel.Values.Where(value => value.Type == IRType.Pointer)];
        while (pointers.Aggregate(false, (isChanged, pointer) => Update(pointer) | isChanged))
        {
        }
    }

    internal StateSpace Of(IRValue pointer) => pointer.Opcode switch
    {
        IROpcode.Parameter => StateSpace.Global,
        IROpcode.Const => StateSpace.None,
        IROpcode.Allocation => pointer.Allocation!.Kind == IRAllocationKind.Local ? StateSpace.Local : StateSpace.Shared,
        _ => _spaces.GetValueOrDefault(pointer),
    };

    /// <summary>The suffix of instructions that access memory through a pointer; addresses known to be null count as global.</summary>
    internal string SuffixOf(IRValue pointer) => Of(pointer) switch
    {
        StateSpace.Shared => ".shared",
        StateSpace.Local => ".local",
        _ when IsGeneric(pointer) => "",
        _ => ".global",
    };

    /// <summary>The address says itself which memory it is of.</summary>
    internal bool IsGeneric(IRValue pointer) => !Single.Contains(Of(pointer));

    /// <summary>The memory may be local or another one.</summary>
    internal bool MayBeLocal(IRValue pointer) => IsGeneric(pointer) && Of(pointer).HasFlag(StateSpace.Local);

    private bool Update(IRValue pointer)
    {
        var space = pointer.Operands.Where(operand => operand.Type == IRType.Pointer).Aggregate(StateSpace.None, (all, operand) => all | Of(operand));
        if (Of(pointer) == space)
            return false;
        _spaces[pointer] = space;
        return true;
    }
}
