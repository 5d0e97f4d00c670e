using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Where the local memory of a vector's lanes lies. Where all accesses to an allocation are of one size, lanes are interleaved by elements of
/// this size, so that what all lanes read at one index is one vector: the steps of addresses grow by the number of lanes. Else every lane
/// has a block of its own.
/// </summary>
internal sealed class LocalLayout
{
    private const int Alignment = 64;

    private readonly Dictionary<IRAllocation, Place> _places = [];

    internal LocalLayout(IRKernel kernel, int lanes)
    {
        foreach (var allocation in kernel.Allocations.Where(allocation => allocation.Kind == IRAllocationKind.Local))
        {
            var size = InterleavableSizeOf(kernel, allocation);
            if (size > 0)
                Spread(kernel, allocation, lanes);
            var stride = size > 0 ? size : RoundUp(allocation.SizeInBytes, allocation.Alignment);
            _places[allocation] = new(SizeInBytes, stride);
            SizeInBytes += RoundUp((size > 0 ? allocation.SizeInBytes : stride) * lanes, Alignment);
        }
    }

    /// <summary>Of all lanes together.</summary>
    internal long SizeInBytes { get; private set; }

    /// <summary>Where the memory of lane 0 starts.</summary>
    internal long OffsetOf(IRAllocation allocation) => _places[allocation].Offset;

    /// <summary>From one lane's memory to that of the next.</summary>
    internal long LaneStrideOf(IRAllocation allocation) => _places[allocation].LaneStride;

    /// <summary>The one size of all accesses, or 0.</summary>
    private static int InterleavableSizeOf(IRKernel kernel, IRAllocation allocation)
    {
        var addresses = new HashSet<IRValue> { allocation.Value };
        foreach (var value in kernel.Values.Where(value => value.Opcode == IROpcode.Element && value.Operands[0] == allocation.Value))
            addresses.Add(value);
        var size = 0;
        foreach (var (user, operand) in kernel.Values.SelectMany(user => user.Operands.Select((_, i) => (user, i))))
        {
            if (!addresses.Contains(user.Operands[operand]) || addresses.Contains(user))
                continue;
            if (!user.Opcode.IsMemory || operand != 0 || (size != 0 && size != SizeOf(user)))
                return 0;
            size = SizeOf(user);
        }

        return size != 0 && addresses.All(address => IsMultiple(address, size)) ? size : 0;
    }

    private static int SizeOf(IRValue access) => Math.Max(1, (access.Opcode == IROpcode.Load ? access.Type : access.OperandType).SizeInBytes);

    private static bool IsMultiple(IRValue address, int size) =>
        address.Opcode != IROpcode.Element || ((address.ElementSize % size == 0 || address.Operands[1].IsConstBits(0)) && address.ByteOffset % size == 0);

    private static void Spread(IRKernel kernel, IRAllocation allocation, int lanes)
    {
        var replacements = new IRReplacements();
        foreach (var block in kernel.Blocks)
        {
            for (var i = 0; i < block.Instructions.Count; i++)
            {
                var value = block.Instructions[i];
                if (value.Opcode != IROpcode.Element || value.Operands[0] != allocation.Value)
                    continue;
                block.Instructions[i] = new(IROpcode.Element, IRType.Pointer, value.Operands[0], value.Operands[1])
                {
                    ElementSize = value.ElementSize * lanes, ByteOffset = value.ByteOffset * lanes, Location = value.Location, Block = block,
                };
                replacements.Add(value, block.Instructions[i]);
            }
        }

        kernel.ReplaceUses(replacements);
    }

    private static long RoundUp(long value, long multiple) => (value + multiple - 1) / multiple * multiple;

    // A class: code for dictionaries of these comes with the framework.
    private sealed record Place(long Offset, long LaneStride);
}
