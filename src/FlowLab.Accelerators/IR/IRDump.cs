using System.Globalization;
using System.Text;

namespace FlowLab.Accelerators.IR;

/// <summary>The text of a kernel: stable, one value per line, for tests and for people.</summary>
internal static class IRDump
{
    internal static string Of(IRKernel kernel)
    {
        kernel.Renumber();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"kernel {kernel.Name}({string.Join(", ", kernel.Parameters)})\n");
        foreach (var allocation in kernel.Allocations)
            text.Append(CultureInfo.InvariantCulture, $"  {allocation}\n");
        foreach (var block in kernel.Blocks)
            Append(text, block);
        return text.ToString();
    }

    /// <summary>One line: <c>v7: i32 = add v3, 1</c>.</summary>
    internal static string Describe(IRValue value)
    {
        if (value.Opcode.IsFloating)
            return Reference(value);
        var result = value.Type == IRType.Void ? "" : $"v{value.Id}: {value.Type.Name} = ";
        return $"{result}{Operation(value)} {Operands(value)}{Details(value)}".TrimEnd();
    }

    /// <summary>A value as an operand: its name, or the constant itself.</summary>
    internal static string Reference(IRValue value) => value.Opcode switch
    {
        IROpcode.Const => Constant(value),
        IROpcode.Parameter => value.Parameter!.Name,
        IROpcode.Allocation => value.Allocation!.Name,
        _ => $"v{value.Id}",
    };

    private static void Append(StringBuilder text, IRBlock block)
    {
        var from = block.Predecessors.Count == 0 ? "" : $" <- {string.Join(", ", block.Predecessors)}";
        text.Append(CultureInfo.InvariantCulture, $"{block}:{from}\n");
        foreach (var value in block.Values)
            text.Append(CultureInfo.InvariantCulture, $"  {Describe(value)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {(block.HasTerminator ? Describe(block.Terminator) : "?")}\n");
    }

    private static string Describe(IRTerminator terminator) => terminator switch
    {
        IRJump jump => $"jump {jump.Target}",
        IRBranch branch => $"branch {Reference(branch.Condition)}, {branch.Then}, {branch.Else}",
        _ => "return",
    };

    private static string Operation(IRValue value) => value.Opcode switch
    {
        IROpcode.Math => $"{value.Method!.DeclaringType!.Name}.{value.Function}",
        IROpcode.Atomic => $"atomic.{value.Atomic}",
        IROpcode.Shuffle => $"shuffle.{value.Shuffle}",
        IROpcode.Barrier or IROpcode.Fence => $"{value.Opcode.Name}.{value.Scope}",
        _ => value.Opcode.Name,
    };

    private static string Operands(IRValue value)
    {
        var operands = value.Opcode == IROpcode.Phi
            ? value.Operands.Select((operand, i) => $"{value.Block?.Predecessors.ElementAtOrDefault(i)}: {Reference(operand)}")
            : value.Operands.Select(Reference);
        return string.Join(", ", operands);
    }

    private static string Details(IRValue value) => value.Opcode == IROpcode.Element
        ? $" * {value.ElementSize}{(value.ByteOffset == 0 ? "" : $" + {value.ByteOffset}")}"
        : "";

    private static string Constant(IRValue value) => value.Type switch
    {
        IRType.Bool => value.Bits == 0 ? "false" : "true",
        IRType.Float32 => $"{value.AsFloat.ToString("R", CultureInfo.InvariantCulture)}f",
        IRType.Float64 => $"{value.AsDouble.ToString("R", CultureInfo.InvariantCulture)}d",
        IRType.Int64 => $"{value.Bits.ToString(CultureInfo.InvariantCulture)}L",
        IRType.Pointer => value.Bits == 0 ? "null" : $"0x{value.Bits:X}",
        _ => value.Bits.ToString(CultureInfo.InvariantCulture),
    };
}
