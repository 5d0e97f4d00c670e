using System.Globalization;
using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>Addresses, loads and stores.</summary>
internal sealed partial class PtxEmitter
{
    /// <summary>Bytes that the address of an element lies behind its register.</summary>
    private readonly Dictionary<IRValue, int> _offsets = [];

    /// <summary>Indices times sizes that the block has computed.</summary>
    private readonly Dictionary<(IRValue Index, int Size), string> _steps = [];

    private void EmitAccess(IRValue value)
    {
        switch (value.Opcode)
        {
            case IROpcode.Element:
                EmitElement(value);
                break;
            case IROpcode.Load:
                EmitLoad(value);
                break;
            case IROpcode.Store:
                EmitStore(value);
                break;
            case IROpcode.Atomic:
                EmitAtomic(value);
                break;
            default:
                EmitCooperation(value);
                break;
        }
    }

    /// <summary>A register and a number of bytes behind it; the bytes of constants go to the instructions that access memory.</summary>
    private void EmitElement(IRValue value)
    {
        var (address, index) = (value.Operands[0], value.Operands[1]);
        var offset = _offsets.GetValueOrDefault(address) + value.ByteOffset + (index.IsConst ? index.Bits * value.ElementSize : 0);
        var register = address.IsConst ? Moved(IRType.Pointer, PtxLiteral.Of(address)) : _values[address];
        if (!index.IsConst && value.ElementSize != 0)
            register = Compute(IRType.Pointer, "add.s64", register, StepOf(index, value.ElementSize));
        if (offset != (int)offset)
            (register, offset) = (Compute(IRType.Pointer, "add.s64", register, PtxLiteral.Of(IRType.Int64, offset)), 0);
        (_values[value], _offsets[value]) = (register, (int)offset);
    }

    private string StepOf(IRValue index, int size) =>
        _steps.TryGetValue((index, size), out var step) ? step : _steps[(index, size)] = EmitStep(index, size);

    private string EmitStep(IRValue index, int size) => (index.Type, size) switch
    {
        (IRType.Int64, 1) => _values[index],
        (IRType.Int64, _) => Compute(IRType.Int64, "mul.lo.s64", _values[index], size.ToString(CultureInfo.InvariantCulture)),
        (_, 1) => Compute(IRType.Int64, "cvt.s64.s32", _values[index]),
        _ => Compute(IRType.Int64, "mul.wide.s32", _values[index], size.ToString(CultureInfo.InvariantCulture)),
    };

    /// <summary>An address in one register.</summary>
    private string Pointer(IRValue value)
    {
        if (value.IsConst)
            return Moved(IRType.Pointer, PtxLiteral.Of(value));
        var offset = _offsets.GetValueOrDefault(value);
        return offset == 0 ? _values[value] : Compute(IRType.Pointer, "add.s64", _values[value], PtxLiteral.Of(IRType.Int64, offset));
    }

    /// <summary>An address in one register, as a generic one where the pointer that takes it is generic.</summary>
    private string PointerFor(IRValue target, IRValue value)
    {
        var pointer = Pointer(value);
        return !_spaces.IsGeneric(target) || _spaces.IsGeneric(value) || _spaces.Of(value) == StateSpace.None
            ? pointer
            : Compute(IRType.Pointer, $"cvta{_spaces.SuffixOf(value)}.u64", pointer);
    }

    /// <summary>An address in brackets.</summary>
    private string Address(IRValue value, int behind = 0)
    {
        var register = value.IsConst ? Moved(IRType.Pointer, PtxLiteral.Of(value)) : _values[value];
        var offset = _offsets.GetValueOrDefault(value) + behind;
        return offset == 0 ? $"[{register}]" : string.Create(CultureInfo.InvariantCulture, $"[{register}{offset:+0;-0}]");
    }

    private void EmitLoad(IRValue value)
    {
        var mnemonic = $"ld{_spaces.SuffixOf(value.Operands[0])}.";
        if (value.Alignment >= value.Type.SizeInBytes)
            _body.Add(mnemonic + value.Type.Unsigned, Result(value), Address(value.Operands[0]));
        else
            _values[value] = FromBits(value.Type, EmitLoadOfParts(value, mnemonic));
    }

    private void EmitStore(IRValue value)
    {
        var (address, type) = (value.Operands[0], value.OperandType);
        var mnemonic = $"st{_spaces.SuffixOf(address)}.";
        var source = Register(value.Operands[1]);
        if (value.Alignment >= type.SizeInBytes)
            _body.Add(mnemonic + type.Unsigned, Address(address), source);
        else
            EmitStoreOfParts(value, mnemonic, BitsOf(type, source), type);
    }

    /// <summary>Addresses of accesses must be multiples of their size: where that is not known, as many are made as it takes.</summary>
    private string EmitLoadOfParts(IRValue value, string mnemonic)
    {
        var (bits, part) = (value.Type.AsBits, $"{mnemonic}u{value.Alignment * 8}");
        var whole = Compute(bits, part, Address(value.Operands[0]));
        for (var at = value.Alignment; at < value.Type.SizeInBytes; at += value.Alignment)
        {
            var next = Compute(bits, part, Address(value.Operands[0], at));
            var shifted = Compute(bits, $"shl.{bits.Bits}", next, (at * 8).ToString(CultureInfo.InvariantCulture));
            whole = Compute(bits, $"or.{bits.Bits}", whole, shifted);
        }

        return whole;
    }

    private void EmitStoreOfParts(IRValue value, string mnemonic, string source, IRType type)
    {
        var (bits, part) = (type.AsBits, $"{mnemonic}u{value.Alignment * 8}");
        for (var at = 0; at < type.SizeInBytes; at += value.Alignment)
        {
            var next = at == 0 ? source : Compute(bits, $"shr.{bits.Unsigned}", source, (at * 8).ToString(CultureInfo.InvariantCulture));
            _body.Add(part, Address(value.Operands[0], at), next);
        }
    }
}
