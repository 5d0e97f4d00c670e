namespace FlowLab.Accelerators.IR;

/// <summary>
/// Finds a value that an operation always equals: constants of constants, identities, conversions that undo each other. Identities of
/// floats are used only where they hold for every value, -0 and NaN included.
/// </summary>
internal static partial class IRSimplifier
{
    /// <summary>An existing or new value that equals this one, or null; new ones are handed to <paramref name="emit"/> first.</summary>
    internal static IRValue? Simplify(IRKernel kernel, IRValue value, Func<IRValue, IRValue> emit) =>
        Fold(kernel, value) ?? (value.Opcode switch
        {
            IROpcode.Add or IROpcode.Or or IROpcode.Xor => Sum(kernel, value, emit),
            IROpcode.Sub => Difference(kernel, value),
            IROpcode.Mul => Product(kernel, value),
            IROpcode.DivS or IROpcode.DivU => IsOne(value.Operands[1]) ? value.Operands[0] : null,
            IROpcode.And => Intersection(kernel, value),
            IROpcode.Shl or IROpcode.ShrS or IROpcode.ShrU => ShiftOf(kernel, value),
            IROpcode.Not => NotOf(value, emit),
            IROpcode.Neg => value.Operands[0].Opcode == IROpcode.Neg ? value.Operands[0].Operands[0] : null,
            IROpcode.Select => SelectOf(value, emit),
            IROpcode.SExt or IROpcode.ZExt or IROpcode.Trunc => Integer(value, emit),
            IROpcode.BitCast => BitCastOf(value),
            IROpcode.Element => ElementOf(kernel, value, emit),
            IROpcode.Phi => PhiOf(value),
            _ when value.Opcode.IsComparison => Comparison(kernel, value, emit),
            _ => null,
        });

    private static IRValue? Fold(IRKernel kernel, IRValue value)
    {
        if (value.Operands.Count is 0 or > 3 || !AreConst(value) || !value.IsSpeculatable || IsInexact(value))
            return null;
        Span<long> operands = stackalloc long[value.Operands.Count];
        for (var i = 0; i < operands.Length; i++)
            operands[i] = value.Operands[i].Bits;
        return kernel.Const(value.Type, IREvaluator.Evaluate(value, operands));
    }

    private static bool AreConst(IRValue value)
    {
        foreach (var operand in value.Operands)
        {
            if (!operand.IsConst)
                return false;
        }

        return true;
    }

    /// <summary>Functions that devices round differently are left to the device.</summary>
    private static bool IsInexact(IRValue value) => value.Function is >= MathFunction.Exp and <= MathFunction.IeeeRemainder;

    private static IRValue? Sum(IRKernel kernel, IRValue value, Func<IRValue, IRValue> emit)
    {
        var (left, right) = (value.Operands[0], value.Operands[1]);
        if (value.Type.IsFloat)
            return null;
        if (IsZero(right))
            return left;
        if (IsZero(left))
            return right;
        if (left == right && value.Opcode != IROpcode.Add)
            return value.Opcode == IROpcode.Or ? left : kernel.Const(value.Type, 0);

        // (a + constant) + constant
        if (value.Opcode == IROpcode.Add && right.IsConst && left.Opcode == IROpcode.Add && left.Operands[1].IsConst)
            return emit(value.With(left.Operands[0], kernel.Const(value.Type, Wrap(value.Type, left.Operands[1].Bits + right.Bits))));
        return null;
    }

    private static IRValue? Difference(IRKernel kernel, IRValue value)
    {
        if (IsPositiveZero(value.Operands[1]))
            return value.Operands[0];
        return !value.Type.IsFloat && value.Operands[0] == value.Operands[1] ? kernel.Const(value.Type, 0) : null;
    }

    private static IRValue? Product(IRKernel kernel, IRValue value)
    {
        var (left, right) = (value.Operands[0], value.Operands[1]);
        if (IsOne(right))
            return left;
        if (IsOne(left))
            return right;
        return !value.Type.IsFloat && (IsZero(left) || IsZero(right)) ? kernel.Const(value.Type, 0) : null;
    }

    private static IRValue? Intersection(IRKernel kernel, IRValue value)
    {
        var (left, right) = (value.Operands[0], value.Operands[1]);
        if (left == right || IsAllOnes(right))
            return left;
        if (IsAllOnes(left))
            return right;
        return IsZero(left) || IsZero(right) ? kernel.Const(value.Type, 0) : null;
    }

    private static IRValue? ShiftOf(IRKernel kernel, IRValue value)
    {
        var (mask, amount) = (value.Type == IRType.Int64 ? 63 : 31, value.Operands[1]);
        if (amount.IsConst && (amount.Bits & mask) == 0)
            return value.Operands[0];
        return IsZero(value.Operands[0]) ? kernel.Const(value.Type, 0) : null;
    }

    private static IRValue? NotOf(IRValue value, Func<IRValue, IRValue> emit)
    {
        var operand = value.Operands[0];
        if (operand.Opcode == IROpcode.Not)
            return operand.Operands[0];
        return operand.Opcode.IsComparison
            ? emit(new(Negation(operand), IRType.Bool, operand.Operands[0], operand.Operands[1]) { Location = value.Location })
            : null;
    }

    private static IRValue? SelectOf(IRValue value, Func<IRValue, IRValue> emit)
    {
        var (condition, then, @else) = (value.Operands[0], value.Operands[1], value.Operands[2]);
        if (condition.IsConst)
            return condition.Bits != 0 ? then : @else;
        if (then == @else)
            return then;
        if (condition.Opcode == IROpcode.Not)
            return emit(value.With(condition.Operands[0], @else, then));
        if (value.Type == IRType.Bool && then.IsConst && @else.IsConst)
            return then.Bits != 0 ? condition : emit(new(IROpcode.Not, IRType.Bool, condition) { Location = value.Location });
        return null;
    }

    private static IRValue? BitCastOf(IRValue value)
    {
        var operand = value.Operands[0];
        return operand.Opcode == IROpcode.BitCast ? operand.Operands[0] : null;
    }

    /// <summary>A phi of one value and itself is that value.</summary>
    private static IRValue? PhiOf(IRValue phi)
    {
        IRValue? only = null;
        foreach (var operand in phi.Operands)
        {
            if (operand == phi || operand == only)
                continue;
            if (only is not null)
                return null;
            only = operand;
        }

        return only;
    }

    private static long Wrap(IRType type, long bits) => type == IRType.Int32 ? (int)bits : bits;

    private static bool IsZero(IRValue value) => value.IsConst && value.Bits == 0 && !value.Type.IsFloat;

    /// <summary>x - 0 is x for every x, of floats too.</summary>
    private static bool IsPositiveZero(IRValue value) => value.IsConstBits(0);

    private static bool IsAllOnes(IRValue value) => value.IsConst && value.Bits == (value.Type == IRType.Bool ? 1 : -1);

    private static bool IsOne(IRValue value) => value.IsConst && value.Type switch
    {
        IRType.Float32 => value.AsFloat == 1f,
        IRType.Float64 => value.AsDouble == 1.0,
        _ => value.Bits == 1,
    };
}
