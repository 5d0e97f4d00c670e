using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Of 64-bit arithmetic whose low half alone is used, only the low half is computed: carries go upwards only, and vectors have twice as
/// many lanes of 32 bits.
/// </summary>
internal sealed class NarrowArithmetic
{
    private readonly IRKernel _kernel;
    private readonly ValueUses _uses;
    private readonly IRReplacements _replacements = new();
    private readonly List<IRValue> _instructions = [];

    private NarrowArithmetic(IRKernel kernel) => (_kernel, _uses) = (kernel, new(kernel));

    internal static void Run(IRKernel kernel)
    {
        kernel.Renumber();
        if (!kernel.Values.Any(IsCut))
            return;
        var narrowing = new NarrowArithmetic(kernel);
        foreach (var block in kernel.Blocks)
            narrowing.Rewrite(block);
        kernel.ReplaceUses(narrowing._replacements);
        new DeadCodeElimination().Run(kernel);
        kernel.Renumber();
    }

    private static bool IsCut(IRValue value) =>
        value is { Opcode: IROpcode.Trunc, Type: IRType.Int32, OperandType: IRType.Int64 } && IsCarriedUpwards(value.Operands[0]);

    private static bool IsCarriedUpwards(IRValue value) => value.Opcode is IROpcode.Add or IROpcode.Sub or IROpcode.Mul or IROpcode.Neg
        or IROpcode.And or IROpcode.Or or IROpcode.Xor or IROpcode.Not && !VirtualValues.IsProductOfHalves(value);

    private void Rewrite(IRBlock block)
    {
        _instructions.Clear();
        foreach (var value in block.Instructions)
        {
            if (IsCut(value) && _uses.Of(value.Operands[0]).Length == 1)
                _replacements.Add(value, LowHalf(block, value.Operands[0]));
            else
                _instructions.Add(value);
        }

        block.Instructions.Clear();
        block.Instructions.AddRange(_instructions);
    }

    private IRValue LowHalf(IRBlock block, IRValue wide)
    {
        if (wide.IsConst)
            return _kernel.Const((int)wide.Bits);
        if (wide.Opcode is IROpcode.SExt or IROpcode.ZExt && wide.OperandType == IRType.Int32)
            return wide.Operands[0];
        var low = IsCarriedUpwards(wide) && _uses.Of(wide).Length == 1
            ? new IRValue(wide.Opcode, IRType.Int32, [.. wide.Operands.Select(operand => LowHalf(block, operand))])
            : new IRValue(IROpcode.Trunc, IRType.Int32, wide);
        low.Block = block;
        _instructions.Add(low);
        return low;
    }
}
