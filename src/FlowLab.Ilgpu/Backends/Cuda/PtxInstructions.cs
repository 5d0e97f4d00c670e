using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>
/// The table of instructions. Float arithmetic names its rounding, so that the assembler must not contract a * b + c; nothing flushes
/// denormals to zero.
/// </summary>
internal static class PtxInstructions
{
    /// <summary>Operations of one or two operands of the type of their result; {s} is the signed type, {u} the unsigned one, {b} the bits.</summary>
    private static readonly Dictionary<IROpcode, (string Integer, string Float)> Arithmetic = new()
    {
        [IROpcode.Add] = ("add.{s}", "add.rn.{s}"),
        [IROpcode.Sub] = ("sub.{s}", "sub.rn.{s}"),
        [IROpcode.Mul] = ("mul.lo.{s}", "mul.rn.{s}"),
        [IROpcode.DivS] = ("div.{s}", "div.rn.{s}"),
        [IROpcode.DivU] = ("div.{u}", ""),
        [IROpcode.RemS] = ("rem.{s}", ""),
        [IROpcode.RemU] = ("rem.{u}", ""),
        [IROpcode.Neg] = ("neg.{s}", "neg.{s}"),
        [IROpcode.And] = ("and.{b}", ""),
        [IROpcode.Or] = ("or.{b}", ""),
        [IROpcode.Xor] = ("xor.{b}", ""),
        [IROpcode.Not] = ("not.{b}", ""),
        [IROpcode.Shl] = ("shl.{b}", ""),
        [IROpcode.ShrS] = ("shr.{s}", ""),
        [IROpcode.ShrU] = ("shr.{u}", ""),
    };

    private static readonly Dictionary<IROpcode, (string Integer, string Float)> Comparisons = new()
    {
        [IROpcode.CmpEq] = ("eq.{s}", "eq.{s}"),
        [IROpcode.CmpNe] = ("ne.{s}", "neu.{s}"),
        [IROpcode.CmpLtS] = ("lt.{s}", "lt.{s}"),
        [IROpcode.CmpLtU] = ("lt.{u}", "ltu.{s}"),
        [IROpcode.CmpLeS] = ("le.{s}", "le.{s}"),
        [IROpcode.CmpLeU] = ("le.{u}", "leu.{s}"),
        [IROpcode.CmpGtS] = ("gt.{s}", "gt.{s}"),
        [IROpcode.CmpGtU] = ("gt.{u}", "gtu.{s}"),
        [IROpcode.CmpGeS] = ("ge.{s}", "ge.{s}"),
        [IROpcode.CmpGeU] = ("ge.{u}", "geu.{s}"),
    };

    private static readonly Dictionary<MathFunction, string> Functions = new()
    {
        [MathFunction.Abs] = "abs.{s}",
        [MathFunction.MinNative] = "min.{s}",
        [MathFunction.MaxNative] = "max.{s}",
        [MathFunction.Sqrt] = "sqrt.rn.{s}",
        [MathFunction.Floor] = "cvt.rmi.{s}.{s}",
        [MathFunction.Ceiling] = "cvt.rpi.{s}.{s}",
        [MathFunction.Truncate] = "cvt.rzi.{s}.{s}",
        [MathFunction.Round] = "cvt.rni.{s}.{s}",
        [MathFunction.Fma] = "fma.rn.{s}",
        [MathFunction.PopCount] = "popc.{b}",
        [MathFunction.LeadingZeroCount] = "clz.{b}",
    };

    /// <summary>Atomic operations on a type; of floats only the addition is one.</summary>
    private static readonly Dictionary<AtomicOperation, string> Atomics = new()
    {
        [AtomicOperation.Add] = "add.{u}",
        [AtomicOperation.And] = "and.{b}",
        [AtomicOperation.Or] = "or.{b}",
        [AtomicOperation.Xor] = "xor.{b}",
        [AtomicOperation.Min] = "min.{s}",
        [AtomicOperation.Max] = "max.{s}",
        [AtomicOperation.MinU] = "min.{u}",
        [AtomicOperation.MaxU] = "max.{u}",
        [AtomicOperation.Exchange] = "exch.{b}",
        [AtomicOperation.CompareExchange] = "cas.{b}",
    };

    private static readonly Dictionary<IRParameterKind, string> Places = new()
    {
        [IRParameterKind.GridIndexX] = "%ctaid.x",
        [IRParameterKind.GridIndexY] = "%ctaid.y",
        [IRParameterKind.GridIndexZ] = "%ctaid.z",
        [IRParameterKind.GroupIndexX] = "%tid.x",
        [IRParameterKind.GroupIndexY] = "%tid.y",
        [IRParameterKind.GroupIndexZ] = "%tid.z",
        [IRParameterKind.GridDimX] = "%nctaid.x",
        [IRParameterKind.GridDimY] = "%nctaid.y",
        [IRParameterKind.GridDimZ] = "%nctaid.z",
        [IRParameterKind.GroupDimX] = "%ntid.x",
        [IRParameterKind.GroupDimY] = "%ntid.y",
        [IRParameterKind.GroupDimZ] = "%ntid.z",
        [IRParameterKind.LaneIndex] = "%laneid",
        [IRParameterKind.WarpSize] = "WARP_SZ",
        [IRParameterKind.DynamicSharedSize] = "%dynamic_smem_size",
    };

    internal static string OfArithmetic(IROpcode opcode, IRType type)
    {
        if (type == IRType.Bool)
            return Arithmetic[opcode].Integer.Replace("{b}", "pred", StringComparison.Ordinal);
        return Filled(type.IsFloat ? Arithmetic[opcode].Float : Arithmetic[opcode].Integer, type);
    }

    /// <summary>The comparison of operands of a type.</summary>
    internal static string OfComparison(IROpcode opcode, IRType type) =>
        $"setp.{Filled(type.IsFloat ? Comparisons[opcode].Float : Comparisons[opcode].Integer, type)}";

    /// <summary>The one instruction that computes a function; null where it takes several.</summary>
    internal static string? OfFunction(MathFunction function, IRType type) =>
        Functions.TryGetValue(function, out var name) ? Filled(name, type) : null;

    /// <summary>The operation and type of an atomic instruction.</summary>
    internal static string OfAtomic(AtomicOperation operation, IRType type) => Filled(Atomics[operation], type);

    /// <summary>The special register, or the constant, that a place in grid, group or warp is read from.</summary>
    internal static string OfPlace(IRParameterKind kind) => Places[kind];

    private static string Filled(string pattern, IRType type) => pattern
        .Replace("{s}", type.Signed, StringComparison.Ordinal)
        .Replace("{u}", type.Unsigned, StringComparison.Ordinal)
        .Replace("{b}", type.Bits, StringComparison.Ordinal);
}
