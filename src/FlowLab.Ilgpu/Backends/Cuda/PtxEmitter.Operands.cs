using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>Registers of values, and constants in their place.</summary>
internal sealed partial class PtxEmitter
{
    /// <summary>The new register of a value.</summary>
    private string Result(IRValue value) => _values[value] = _registers.New(value.Type);

    /// <summary>The value in a register: constants are moved into one.</summary>
    private string Register(IRValue value)
    {
        if (value.Type == IRType.Pointer)
            return Pointer(value);
        return value.IsConst ? Moved(value.Type, PtxLiteral.Of(value)) : _values[value];
    }

    /// <summary>The value as the last operand of an instruction, which may be a constant.</summary>
    private string Operand(IRValue value) => value.IsConst && value.Type is not (IRType.Bool or IRType.Pointer)
        ? PtxLiteral.Of(value)
        : Register(value);

    private string Moved(IRType type, string source)
    {
        var register = _registers.New(type);
        Move(type, register, source);
        return register;
    }

    private void Move(IRType type, string target, string source) => _body.Add($"mov.{type.Register}", target, source);

    /// <summary>A new register for the result of an instruction.</summary>
    private string Compute(IRType type, string mnemonic, params ReadOnlySpan<string> operands)
    {
        var register = _registers.New(type);
        _body.Add(mnemonic, [register, .. operands]);
        return register;
    }

    /// <summary>A number as an integer of the same bits.</summary>
    private string BitsOf(IRType type, string register) => type.IsFloat ? Compute(type.AsBits, $"mov.{type.Bits}", register) : register;

    /// <summary>An integer as a number of the same bits.</summary>
    private string FromBits(IRType type, string register) => type.IsFloat ? Compute(type, $"mov.{type.Bits}", register) : register;

    private string NewLabel() => $"$L_{++_labels}";
}
