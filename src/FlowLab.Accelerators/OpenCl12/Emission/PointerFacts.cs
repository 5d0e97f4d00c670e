using System.Numerics;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// What is known about the pointers of a kernel: the memory that they point into and the power of two that their addresses are multiples
/// of, both from where they come from. Starts from the best and takes back until nothing changes.
/// </summary>
internal sealed class PointerFacts
{
    private const int LargestAlignment = 8;

    private readonly Dictionary<IRValue, (AddressSpace Space, int Alignment)> _facts = [];

    internal PointerFacts(IRKernel kernel)
    {
        foreach (var parameter in kernel.Parameters.Where(parameter => parameter.Kind == IRParameterKind.ViewPointer))
            _facts[parameter.Value] = (AddressSpace.Global, AlignmentOf(MemoryLayout.SizeOf(parameter.ClrType.GetGenericArguments()[0])));
        foreach (var allocation in kernel.Allocations)
            _facts[allocation.Value] = (SpaceOf(allocation.Kind), AlignmentOf(allocation.Alignment));
        while (kernel.Values.Where(value => value.Type == IRType.Pointer).Aggregate(false, (isChanged, value) => Update(value) | isChanged))
        {
        }
    }

    internal AddressSpace SpaceOf(IRValue pointer) => Of(pointer).Space;

    internal int AlignmentOf(IRValue pointer) => Of(pointer).Alignment;

    private static AddressSpace SpaceOf(IRAllocationKind kind) =>
        kind == IRAllocationKind.Local ? AddressSpace.Private : AddressSpace.Shared;

    /// <summary>The largest power of two that divides a number of bytes.</summary>
    private static int AlignmentOf(long bytes) =>
        bytes == 0 ? LargestAlignment : (int)Math.Min(LargestAlignment, 1L << BitOperations.TrailingZeroCount(bytes));

    private (AddressSpace Space, int Alignment) Of(IRValue pointer) => _facts.GetValueOrDefault(pointer, (AddressSpace.Any, LargestAlignment));

    private bool Update(IRValue pointer)
    {
        var fact = pointer.Opcode == IROpcode.Element ? OfElement(pointer) : OfEither(pointer);
        if (Of(pointer) == fact)
            return false;
        _facts[pointer] = fact;
        return true;
    }

    private (AddressSpace Space, int Alignment) OfElement(IRValue element)
    {
        var (space, alignment) = Of(element.Operands[0]);
        var index = element.Operands[1];
        var offset = index.IsConst
            ? AlignmentOf((index.Bits * element.ElementSize) + element.ByteOffset)
            : Math.Min(AlignmentOf(element.ElementSize), AlignmentOf(element.ByteOffset));
        return (space, Math.Min(alignment, offset));
    }

    private (AddressSpace Space, int Alignment) OfEither(IRValue value)
    {
        var (space, alignment) = (AddressSpace.Any, LargestAlignment);
        foreach (var operand in value.Operands.Where(operand => operand.Type == IRType.Pointer))
        {
            var (other, otherAlignment) = Of(operand);
            space = space == AddressSpace.Any || space == other ? other : other == AddressSpace.Any ? space : AddressSpace.Mixed;
            alignment = Math.Min(alignment, otherAlignment);
        }

        return (space, alignment);
    }
}
