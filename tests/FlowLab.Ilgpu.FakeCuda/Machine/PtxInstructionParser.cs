using System.Globalization;
using System.Text.RegularExpressions;

namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Reads one instruction and checks its operands against the table of operations.</summary>
internal static partial class PtxInstructionParser
{
    [GeneratedRegex(@"^(@(?<not>!)?(?<guard>%\w+) )?(?<mnemonic>[a-z][a-z0-9_.]*)( (?<operands>.*))?$")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^\[(?<base>[%$A-Za-z][A-Za-z0-9_$]*)(?<offset>[+-]\d+)?\]$")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"(\{[^}]*\}|[^,{}]+)(,|$)")]
    private static partial Regex OperandPattern();

    internal static PtxInstruction Parse(PtxModule module, string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            throw new PtxException($"cannot read: {text}");
        PtxOperand[] operands = [.. SplitOperands(match.Groups["operands"].Value).Select(operand => ParseOperand(module, operand))];
        var operation = PtxOperations.Find(match.Groups["mnemonic"].Value, operands) ?? throw new PtxException($"unknown instruction: {text}");
        if (operands.Length != operation.Slots.Length)
            throw new PtxException($"{operation.Slots.Length} operands expected: {text}");
        for (var i = 0; i < operands.Length; i++)
            Check(module, operation, operation.Slots[i], operands[i], text);
        return new(operation, GuardOf(module, match.Groups["guard"].Value), match.Groups["not"].Success, operands, text);
    }

    private static IEnumerable<string> SplitOperands(string text) =>
        OperandPattern().Matches(text).Select(match => match.Groups[1].Value.Trim()).Where(operand => operand.Length > 0);

    private static PtxRegister? GuardOf(PtxModule module, string name)
    {
        if (name.Length == 0)
            return null;
        var register = RegisterOf(module, name);
        return register.Type.Kind == 'p' ? register : throw new PtxException($"{name} is no predicate");
    }

    private static PtxRegister RegisterOf(PtxModule module, string name) =>
        module.Registers.TryGetValue(name, out var register) ? register : throw new PtxException($"{name} is not declared");

    private static PtxOperand ParseOperand(PtxModule module, string text)
    {
        if (AddressPattern().Match(text) is { Success: true } address)
        {
            var name = address.Groups["base"].Value;
            var offset = address.Groups["offset"].Success ? int.Parse(address.Groups["offset"].Value, CultureInfo.InvariantCulture) : 0;
            return new PtxAddress(name[0] == '%' ? RegisterOf(module, name) : new PtxName(name), offset);
        }

        if (text[0] == '{')
        {
            var parts = text.Trim('{', '}').Split(',');
            return new PtxPair(RegisterOf(module, parts[0].Trim()), RegisterOf(module, parts[1].Trim()));
        }

        if (text[0] == '%')
            return PtxSpecials.Names.Contains(text) ? new PtxSpecial(text) : RegisterOf(module, text);
        return char.IsAsciiDigit(text[0]) || text[0] == '-' ? new PtxNumber(text) : new PtxName(text);
    }

    private static void Check(PtxModule module, PtxOperation operation, PtxSlot slot, PtxOperand operand, string text)
    {
        var isRight = (slot.Role, operand) switch
        {
            (PtxRole.Result or PtxRole.Source or PtxRole.SourceOrNumber or PtxRole.Anything, PtxRegister register) =>
                slot.MayBeWider ? slot.Type.TakesWider(register.Type) : slot.Type.Takes(register.Type),
            (PtxRole.SourceOrNumber or PtxRole.Number or PtxRole.Anything, PtxNumber number) => PtxNumbers.Fits(number.Text, slot.Type),
            (PtxRole.Anything, PtxSpecial or PtxName { Name: "WARP_SZ" }) => slot.Type == PtxType.Parse("u32"),
            (PtxRole.Anything, PtxName) => slot.Type == PtxType.Parse("u64"),
            (PtxRole.Address, PtxAddress { Base: PtxRegister register }) => register.Type.Bits == 64 && register.Type.Kind == 'b' && !IsParameter(operation),
            (PtxRole.Address, PtxAddress { Base: PtxName name }) => IsParameter(operation) && FitsParameter(module, name.Name, slot.Type),
            (PtxRole.Label, PtxName) => true,
            (PtxRole.ResultPair or PtxRole.SourcePair, PtxPair pair) => pair.Low.Type.Bits == 32 && pair.High.Type.Bits == 32 && pair.Low != pair.High,
            _ => false,
        };
        if (!isRight)
            throw new PtxException($"{operand} cannot be a {slot.Role} of type {slot.Type}: {text}");
    }

    private static bool IsParameter(PtxOperation operation) => operation.Mnemonic.StartsWith("ld.param.", StringComparison.Ordinal);

    private static bool FitsParameter(PtxModule module, string name, PtxType type) =>
        module.Variables.TryGetValue(name, out var variable) && variable.Space == "param" && variable.SizeInBytes == type.SizeInBytes;
}
