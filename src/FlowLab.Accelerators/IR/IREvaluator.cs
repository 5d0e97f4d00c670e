namespace FlowLab.Accelerators.IR;

/// <summary>
/// What every operation means, on values as 64 bits: integers sign-extended, Float32 in the low half, Bool 0 or 1. It defines the IR for
/// constant folding, for the interpreter, and for whoever writes a backend.
/// </summary>
internal static class IREvaluator
{
    /// <summary>The result of a value that is pure and no constant, parameter or phi.</summary>
    internal static long Evaluate(IRValue value, ReadOnlySpan<long> operands) => value.Opcode switch
    {
        IROpcode.Select => operands[0] != 0 ? operands[1] : operands[2],
        IROpcode.Element => operands[0] + (operands[1] * value.ElementSize) + value.ByteOffset,
        IROpcode.Math => MathEvaluator.Evaluate(value, operands),
        IROpcode.SExt => operands[0],
        IROpcode.ZExt => Narrow(value.Type, ZeroExtended(value.OperandType, operands[0])),
        IROpcode.Trunc => Narrow(value.Type, operands[0]),
        IROpcode.BitCast => operands[0],
        >= IROpcode.SToF and <= IROpcode.FToF => Convert(value, operands[0]),
        _ when value.Opcode.IsComparison => Compare(value, operands[0], operands[1]) ? 1 : 0,
        _ => Compute(value, operands[0], operands.Length > 1 ? operands[1] : 0),
    };

    internal static long Of(float value) => BitConverter.SingleToInt32Bits(value);

    internal static long Of(double value) => BitConverter.DoubleToInt64Bits(value);

    internal static float Float(long bits) => BitConverter.Int32BitsToSingle((int)bits);

    internal static double Double(long bits) => BitConverter.Int64BitsToDouble(bits);

    private static long Narrow(IRType type, long bits) => type switch
    {
        IRType.Int8 => (sbyte)bits,
        IRType.Int16 => (short)bits,
        IRType.Int32 => (int)bits,
        _ => bits,
    };

    private static long ZeroExtended(IRType type, long bits) => type switch
    {
        IRType.Int8 => (byte)bits,
        IRType.Int16 => (ushort)bits,
        IRType.Int32 => (uint)bits,
        _ => bits,
    };

    private static long Compute(IRValue value, long left, long right) => value.Type switch
    {
        IRType.Float32 => Of(Compute(value.Opcode, Float(left), Float(right))),
        IRType.Float64 => Of(Compute(value.Opcode, Double(left), Double(right))),
        IRType.Int64 => Compute(value.Opcode, left, right),
        IRType.Int32 => Compute(value.Opcode, (int)left, (int)right),
        IRType.Bool => value.Opcode == IROpcode.Not ? left ^ 1 : Compute(value.Opcode, left, right),
        _ => throw Unknown(value.Opcode),
    };

    private static float Compute(IROpcode opcode, float left, float right) => opcode switch
    {
        IROpcode.Add => left + right,
        IROpcode.Sub => left - right,
        IROpcode.Mul => left * right,
        IROpcode.DivS => left / right,
        IROpcode.RemS => left % right,
        IROpcode.Neg => -left,
        _ => throw Unknown(opcode),
    };

    private static double Compute(IROpcode opcode, double left, double right) => opcode switch
    {
        IROpcode.Add => left + right,
        IROpcode.Sub => left - right,
        IROpcode.Mul => left * right,
        IROpcode.DivS => left / right,
        IROpcode.RemS => left % right,
        IROpcode.Neg => -left,
        _ => throw Unknown(opcode),
    };

    private static int Compute(IROpcode opcode, int left, int right) => opcode switch
    {
        IROpcode.DivS => left / right,
        IROpcode.DivU => (int)((uint)left / (uint)right),
        IROpcode.RemS => left % right,
        IROpcode.RemU => (int)((uint)left % (uint)right),
        IROpcode.Shl => left << right,
        IROpcode.ShrS => left >> right,
        IROpcode.ShrU => left >>> right,
        _ => (int)Compute(opcode, (long)left, right),
    };

    private static long Compute(IROpcode opcode, long left, long right) => opcode switch
    {
        IROpcode.Add => left + right,
        IROpcode.Sub => left - right,
        IROpcode.Mul => left * right,
        IROpcode.DivS => left / right,
        IROpcode.DivU => (long)((ulong)left / (ulong)right),
        IROpcode.RemS => left % right,
        IROpcode.RemU => (long)((ulong)left % (ulong)right),
        IROpcode.Neg => -left,
        IROpcode.And => left & right,
        IROpcode.Or => left | right,
        IROpcode.Xor => left ^ right,
        IROpcode.Not => ~left,
        IROpcode.Shl => left << (int)right,
        IROpcode.ShrS => left >> (int)right,
        IROpcode.ShrU => left >>> (int)right,
        _ => throw Unknown(opcode),
    };

    private static bool Compare(IRValue value, long left, long right) => value.OperandType switch
    {
        IRType.Float32 => Compare(value.Opcode, Float(left), Float(right)),
        IRType.Float64 => Compare(value.Opcode, Double(left), Double(right)),
        _ => Compare(value.Opcode, left, right),
    };

    private static bool Compare(IROpcode opcode, double left, double right) => opcode switch
    {
        IROpcode.CmpEq => left == right,
        IROpcode.CmpNe => left != right,
        IROpcode.CmpLtS => left < right,
        IROpcode.CmpLtU => !(left >= right),
        IROpcode.CmpLeS => left <= right,
        IROpcode.CmpLeU => !(left > right),
        IROpcode.CmpGtS => left > right,
        IROpcode.CmpGtU => !(left <= right),
        IROpcode.CmpGeS => left >= right,
        IROpcode.CmpGeU => !(left < right),
        _ => throw Unknown(opcode),
    };

    // Sign extension keeps the unsigned order too.
    private static bool Compare(IROpcode opcode, long left, long right) => opcode switch
    {
        IROpcode.CmpEq => left == right,
        IROpcode.CmpNe => left != right,
        IROpcode.CmpLtS => left < right,
        IROpcode.CmpLtU => (ulong)left < (ulong)right,
        IROpcode.CmpLeS => left <= right,
        IROpcode.CmpLeU => (ulong)left <= (ulong)right,
        IROpcode.CmpGtS => left > right,
        IROpcode.CmpGtU => (ulong)left > (ulong)right,
        IROpcode.CmpGeS => left >= right,
        IROpcode.CmpGeU => (ulong)left >= (ulong)right,
        _ => throw Unknown(opcode),
    };

    private static long Convert(IRValue value, long operand) => (value.Opcode, value.Type) switch
    {
        (IROpcode.SToF, IRType.Float32) => Of((float)operand),
        (IROpcode.SToF, _) => Of((double)operand),
        (IROpcode.UToF, IRType.Float32) => Of((float)(ulong)ZeroExtended(value.OperandType, operand)),
        (IROpcode.UToF, _) => Of((double)(ulong)ZeroExtended(value.OperandType, operand)),
        (IROpcode.FToF, IRType.Float32) => Of((float)Double(operand)),
        (IROpcode.FToF, _) => Of((double)Float(operand)),
        (IROpcode.FToS, IRType.Int32) => (int)AsDouble(value, operand),
        (IROpcode.FToS, _) => (long)AsDouble(value, operand),
        (IROpcode.FToU, IRType.Int32) => (int)(uint)AsDouble(value, operand),
        (IROpcode.FToU, _) => (long)(ulong)AsDouble(value, operand),
        _ => throw Unknown(value.Opcode),
    };

    private static double AsDouble(IRValue value, long operand) =>
        value.OperandType == IRType.Float32 ? Float(operand) : Double(operand);

    private static InvalidOperationException Unknown(IROpcode opcode) => new($"The operation {opcode} computes nothing of these types.");
}
