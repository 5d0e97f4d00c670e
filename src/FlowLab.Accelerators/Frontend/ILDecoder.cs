using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Reads the bytes of a method body.</summary>
internal static class ILDecoder
{
    /// <summary>Codes of one byte, then those of two, which start with 0xFE.</summary>
    private static readonly OpCode[] Codes = FindCodes();

    /// <summary>The position of a code in a table of all of them.</summary>
    internal static int PlaceOf(OpCode code) => code.Size == 1 ? (byte)code.Value : 256 + (byte)code.Value;

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

    private static OpCode[] FindCodes()
    {
        var codes = new OpCode[512];
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            codes[PlaceOf(code)] = code;
        }

        return codes;
    }

    private static ILInstruction DecodeAt(ReadOnlySpan<byte> il, int at)
    {
        var isLong = il[at] == 0xFE;
        var code = Codes[isLong ? 256 + il[at + 1] : il[at]];
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
