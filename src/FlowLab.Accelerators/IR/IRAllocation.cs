namespace FlowLab.Accelerators.IR;

/// <summary>Memory that lives as long as a group (shared) or a thread (local) runs. Its content is undefined at the start.</summary>
internal sealed class IRAllocation
{
    internal IRAllocation(IRAllocationKind kind, int sizeInBytes, int alignment, int number)
    {
        (Kind, SizeInBytes, Alignment) = (kind, sizeInBytes, alignment);
        Name = $"{(kind == IRAllocationKind.Local ? "local" : "shared")}{number}";
        Value = new(IROpcode.Allocation, IRType.Pointer) { Allocation = this };
    }

    private IRAllocation(IRAllocation other)
    {
        (Kind, SizeInBytes, Alignment, Name) = (other.Kind, other.SizeInBytes, other.Alignment, other.Name);
        Value = new(IROpcode.Allocation, IRType.Pointer) { Allocation = this };
    }

    internal IRAllocationKind Kind { get; }

    /// <summary>The size; 0 of dynamic shared memory, whose size the launch says.</summary>
    internal int SizeInBytes { get; }

    /// <summary>The address is a multiple of this many bytes.</summary>
    internal int Alignment { get; }

    /// <summary>Unique within the kernel: <c>shared0</c>.</summary>
    internal string Name { get; }

    /// <summary>The address of the first byte, as an operand.</summary>
    internal IRValue Value { get; }

    /// <summary>The same memory with a value of its own, for another kernel.</summary>
    internal IRAllocation Copy() => new(this);

    public override string ToString() => $"{Name}: {Kind} {SizeInBytes} bytes, aligned to {Alignment}";
}

/// <summary>Who has a copy of an allocation.</summary>
internal enum IRAllocationKind
{
    /// <summary>Each thread.</summary>
    Local,

    /// <summary>Each group.</summary>
    Shared,

    /// <summary>Each group; the launch says how large. A kernel has one at most, which all its uses share.</summary>
    DynamicShared,
}
