using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>The names of types in OpenCL C.</summary>
internal static class OpenClTypes
{
    /// <summary>A value in a register; a bool is an int of 0 or 1.</summary>
    internal static string NameOf(IRType type) => type switch
    {
        IRType.Int8 => "char",
        IRType.Int16 => "short",
        IRType.Bool or IRType.Int32 => "int",
        IRType.Int64 => "long",
        IRType.Float32 => "float",
        IRType.Float64 => "double",
        _ => throw new InvalidOperationException($"OpenCL C has no type for {type}."),
    };

    /// <summary>An integer of the same size that wraps around.</summary>
    internal static string UnsignedOf(IRType type) => type switch
    {
        IRType.Int8 => "uchar",
        IRType.Int16 => "ushort",
        IRType.Int64 or IRType.Float64 => "ulong",
        _ => "uint",
    };

    internal static string Qualifier(AddressSpace space) => space switch
    {
        AddressSpace.Shared => "__local",
        AddressSpace.Private => "__private",
        _ => "__global",
    };
}
