using System.Globalization;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Values that depend on their operands only. Integers wrap around, so their arithmetic is unsigned.</summary>
internal sealed partial class OpenClEmitter
{
    private static readonly Dictionary<IROpcode, string> Signs = new()
    {
        [IROpcode.Add] = "+", [IROpcode.Sub] = "-", [IROpcode.Mul] = "*", [IROpcode.DivS] = "/", [IROpcode.DivU] = "/",
        [IROpcode.RemS] = "%", [IROpcode.RemU] = "%", [IROpcode.And] = "&", [IROpcode.Or] = "|", [IROpcode.Xor] = "^",
        [IROpcode.CmpEq] = "==", [IROpcode.CmpNe] = "!=", [IROpcode.CmpLtS] = "<", [IROpcode.CmpLtU] = "<",
        [IROpcode.CmpLeS] = "<=", [IROpcode.CmpLeU] = "<=", [IROpcode.CmpGtS] = ">", [IROpcode.CmpGtU] = ">",
        [IROpcode.CmpGeS] = ">=", [IROpcode.CmpGeU] = ">=",
    };

    private void EmitValue(IRValue value)
    {
        switch (value.Opcode)
        {
            case IROpcode.Load or IROpcode.Store:
                EmitMemory(value);
                break;
            case IROpcode.Atomic:
                EmitAtomic(value);
                break;
            case IROpcode.Shuffle or IROpcode.Barrier or IROpcode.Fence:
                EmitMeeting(value);
                break;
            default:
                Assign(value, Expression(value));
                break;
        }
    }

    /// <summary>Where the kernel runs in steps, values live from one step to the next and are declared in front of all.</summary>
    private void Assign(IRValue value, string expression) =>
        _text.Line(_plan.IsStepped ? $"{_names.Of(value)} = {expression};" : $"{TypeOf(value)} {_names.Of(value)} = {expression};");

    private string TypeOf(IRValue value) => value.Type == IRType.Pointer
        ? $"{OpenClTypes.Qualifier(_pointers.SpaceOf(value))} uchar*"
        : OpenClTypes.NameOf(value.Type);

    /// <summary>An operand; a null pointer has the type of the value that uses it.</summary>
    private string Operand(IRValue operand, IRValue user) =>
        operand is { IsConst: true, Type: IRType.Pointer } ? $"({TypeOf(user)})0" : _names.Of(operand);

    private string Expression(IRValue value) => value.Opcode switch
    {
        IROpcode.Add or IROpcode.Sub or IROpcode.Mul => Arithmetic(value),
        IROpcode.DivS or IROpcode.DivU or IROpcode.RemS or IROpcode.RemU => Division(value),
        IROpcode.Neg => value.Type.IsFloat ? $"-{Left(value)}" : $"({OpenClTypes.NameOf(value.Type)})(0 - {Unsigned(value, Left(value))})",
        IROpcode.And or IROpcode.Or or IROpcode.Xor => $"{Left(value)} {Signs[value.Opcode]} {Right(value)}",
        IROpcode.Not => value.Type == IRType.Bool ? $"!{Left(value)}" : $"~{Left(value)}",
        IROpcode.Shl or IROpcode.ShrS or IROpcode.ShrU => Shift(value),
        IROpcode.Select => $"{Left(value)} ? {Operand(value.Operands[1], value)} : {Operand(value.Operands[2], value)}",
        IROpcode.Element => Element(value),
        IROpcode.Math => Mathematics(value),
        _ when value.Opcode.IsComparison => Comparison(value),
        _ => Conversion(value),
    };

    private string Left(IRValue value) => _names.Of(value.Operands[0]);

    private string Right(IRValue value) => _names.Of(value.Operands[1]);

    private static string Unsigned(IRValue value, string operand) => $"({OpenClTypes.UnsignedOf(value.Type)}){operand}";

    private string Arithmetic(IRValue value)
    {
        var (left, right, sign) = (Left(value), Right(value), Signs[value.Opcode]);
        return value.Type.IsFloat
            ? $"{left} {sign} {right}"
            : $"({OpenClTypes.NameOf(value.Type)})({Unsigned(value, left)} {sign} {Unsigned(value, right)})";
    }

    private string Division(IRValue value)
    {
        var (left, right, sign) = (Left(value), Right(value), Signs[value.Opcode]);
        if (value.Type.IsFloat)
            return value.Opcode == IROpcode.DivS ? $"{left} / {right}" : $"fmod({left}, {right})";
        var isSigned = value.Opcode is IROpcode.DivS or IROpcode.RemS;
        var type = OpenClTypes.NameOf(value.Type);
        if (value.Operands[1].IsConst && value.Operands[1].Bits is not (0 or -1))
            return isSigned ? $"{left} {sign} {right}" : $"({type})({Unsigned(value, left)} {sign} {Unsigned(value, right)})";
        var name = value.Opcode is IROpcode.DivS or IROpcode.DivU ? "div" : "rem";
        return $"{_helpers.Use($"{name}_{(isSigned ? type : OpenClTypes.UnsignedOf(value.Type))}")}({left}, {right})";
    }

    private string Shift(IRValue value)
    {
        var mask = value.Type == IRType.Int64 ? 63 : 31;
        var count = value.Operands[1].IsConst
            ? (value.Operands[1].Bits & mask).ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"({Right(value)} & {mask})");
        return value.Opcode switch
        {
            IROpcode.ShrS => $"{Left(value)} >> {count}",
            IROpcode.ShrU => $"({OpenClTypes.NameOf(value.Type)})({Unsigned(value, Left(value))} >> {count})",
            _ => $"({OpenClTypes.NameOf(value.Type)})({Unsigned(value, Left(value))} << {count})",
        };
    }

    /// <summary>Unordered comparisons of floats are the opposites of ordered ones.</summary>
    private string Comparison(IRValue value)
    {
        var (left, right, operand) = (Left(value), Right(value), value.Operands[0]);
        var isUnsigned = value.Opcode is IROpcode.CmpLtU or IROpcode.CmpLeU or IROpcode.CmpGtU or IROpcode.CmpGeU;
        if (!isUnsigned)
            return $"{left} {Signs[value.Opcode]} {right}";
        return operand.Type.IsFloat
            ? $"!({left} {Signs[IRSimplifier.Negation(value)]} {right})"
            : $"{Unsigned(operand, left)} {Signs[value.Opcode]} {Unsigned(operand, right)}";
    }

    private string Conversion(IRValue value)
    {
        var (type, from, operand) = (OpenClTypes.NameOf(value.Type), value.OperandType, Left(value));
        return value.Opcode switch
        {
            IROpcode.SExt or IROpcode.Trunc or IROpcode.SToF or IROpcode.FToF => $"({type}){operand}",
            IROpcode.ZExt or IROpcode.UToF => $"({type})({OpenClTypes.UnsignedOf(from)}){operand}",
            IROpcode.BitCast => $"as_{type}({operand})",
            IROpcode.FToS => $"{_helpers.Use($"{OpenClTypes.NameOf(from)}_to_{type}")}({operand})",
            IROpcode.FToU => $"{_helpers.Use($"{OpenClTypes.NameOf(from)}_to_u{type}")}({operand})",
            _ => throw new InvalidOperationException($"OpenCL C has no form of {value}."),
        };
    }

    /// <summary>The place of an element, counted in bytes.</summary>
    private string Element(IRValue value)
    {
        var (index, size, offset) = (value.Operands[1], value.ElementSize, value.ByteOffset);
        var place = Operand(value.Operands[0], value);
        if (index.IsConst)
            return string.Create(CultureInfo.InvariantCulture, $"{place} + {(index.Bits * size) + offset}L");
        var scaled = string.Create(CultureInfo.InvariantCulture, $"{place} + (long){_names.Of(index)} * {size}L");
        return offset == 0 ? scaled : string.Create(CultureInfo.InvariantCulture, $"{scaled} + {offset}L");
    }
}
