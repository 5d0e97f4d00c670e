using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>Conversions between types.</summary>
internal sealed partial class PtxEmitter
{
    private void EmitConversion(IRValue value)
    {
        var (from, to) = (value.OperandType, value.Type);
        switch (value.Opcode)
        {
            case IROpcode.ZExt when from == IRType.Bool:
                _body.Add($"selp.{to.Bits}", Result(value), "1", "0", Register(value.Operands[0]));
                break;
            case IROpcode.SExt or IROpcode.ZExt:
                EmitExtension(value, from, to);
                break;
            case IROpcode.Trunc when from == IRType.Int64:
                _body.Add("cvt.u32.u64", Result(value), Register(value.Operands[0]));
                break;
            case IROpcode.Trunc:
                // The bits above a small integer mean nothing.
                _values[value] = Register(value.Operands[0]);
                break;
            case IROpcode.SToF:
                _body.Add($"cvt.rn.{to.Signed}.{from.Signed}", Result(value), Register(value.Operands[0]));
                break;
            case IROpcode.UToF:
                _body.Add($"cvt.rn.{to.Signed}.{from.Unsigned}", Result(value), Register(value.Operands[0]));
                break;
            case IROpcode.FToF:
                _body.Add(to == IRType.Float64 ? "cvt.f64.f32" : "cvt.rn.f32.f64", Result(value), Register(value.Operands[0]));
                break;
            case IROpcode.BitCast:
                _body.Add($"mov.{to.Bits}", Result(value), Register(value.Operands[0]));
                break;
            default:
                EmitToInteger(value, from, to);
                break;
        }
    }

    /// <summary>The register of a small integer is 32 bits wide, of which the operation reads and writes as many as it should.</summary>
    private void EmitExtension(IRValue value, IRType from, IRType to)
    {
        var wide = to == IRType.Int64 ? "64" : "32";
        var mnemonic = value.Opcode == IROpcode.SExt ? $"cvt.s{wide}.{from.Signed}" : $"cvt.u{wide}.{from.Unsigned}";
        _body.Add(mnemonic, Result(value), Register(value.Operands[0]));
    }

    /// <summary>
    /// PTX saturates as C# does, but its manual promises 0 for NaN only where neither side has 64 bits; there NaN is looked for.
    /// </summary>
    private void EmitToInteger(IRValue value, IRType from, IRType to)
    {
        var operand = Register(value.Operands[0]);
        var mnemonic = $"cvt.rzi.{(value.Opcode == IROpcode.FToS ? to.Signed : to.Unsigned)}.{from.Signed}";
        if (from == IRType.Float32 && to == IRType.Int32)
        {
            _body.Add(mnemonic, Result(value), operand);
            return;
        }

        var number = Compute(to, mnemonic, operand);
        var isNumber = Compute(IRType.Bool, $"setp.num.{from.Signed}", operand, operand);
        _body.Add($"selp.{to.Bits}", Result(value), number, "0", isNumber);
    }
}
