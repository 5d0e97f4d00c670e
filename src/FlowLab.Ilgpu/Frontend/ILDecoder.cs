using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Frontend;

/// <summary>Reads the bytes of a method body.</summary>
internal static class ILDecoder
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    internal static List<ILInstruction> Decode(ReadOnlySpan<byte> il)
    {
        var instructions = new List<ILInstruction>();
        for (var at = 0; at < il.Length;)
        {
            var instruction = DecodeAt(il, at);
            instructions.Add(instruction);
            at = instruction.Next;
        }

        return instructions;
    }

    private static ILInstruction DecodeAt(ReadOnlySpan<byte> il, int at)
    {
        var isLong = il[at] == 0xFE;
        var code = Codes[isLong ? 0xFE00 | il[at + 1] : il[at]];
        var start = at + (isLong ? 2 : 1);
        if (code.OperandType == OperandType.InlineSwitch)
            return DecodeSwitch(il, at, code, start);
        var next = start + SizeOf(code.OperandType);
        var operand = OperandAt(il[start..], code.OperandType);
        if (code.OperandType is OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget)
            operand += next;
        return new(at, code, operand, [], next);
    }

    private static ILInstruction DecodeSwitch(ReadOnlySpan<byte> il, int at, OpCode code, int start)
    {
        var targets = new int[BinaryPrimitives.ReadInt32LittleEndian(il[start..])];
        var next = start + (4 * (targets.Length + 1));
        for (var i = 0; i < targets.Length; i++)
            targets[i] = next + BinaryPrimitives.ReadInt32LittleEndian(il[(start + (4 * (i + 1)))..]);
        return new(at, code, 0, targets, next);
    }

    private static int SizeOf(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static long OperandAt(ReadOnlySpan<byte> bytes, OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineVar => bytes[0],
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI => (sbyte)bytes[0],
        OperandType.InlineVar => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        OperandType.InlineI8 or OperandType.InlineR => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        _ => BinaryPrimitives.ReadInt32LittleEndian(bytes),
    };
}
