using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Integers that may grow from lane to lane by a constant: sums of the lane's index and what the lanes share. Found without looking at
/// control flow or at what is uniform, so that there may be too many of them.
/// </summary>
internal sealed class LaneIndices
{
    private readonly HashSet<IRValue> _known = [];

    internal LaneIndices(IRKernel kernel)
    {
        foreach (var parameter in kernel.Parameters)
        {
            if (parameter.Kind is IRParameterKind.IndexX or IRParameterKind.LaneIndex or IRParameterKind.GroupIndexX)
                _known.Add(parameter.Value);
        }

        while (Step(kernel))
        {
        }
    }

    internal bool Contains(IRValue value) => _known.Contains(value);

    private bool Step(IRKernel kernel)
    {
        var isChanged = false;
        foreach (var block in kernel.Blocks)
        {
            foreach (var phi in block.Phis)
                isChanged |= Update(phi);
            foreach (var value in block.Instructions)
                isChanged |= Update(value);
        }

        return isChanged;
    }

    private bool Update(IRValue value) => IsIndex(value) && _known.Add(value);

    private bool IsIndex(IRValue value) => value.Opcode switch
    {
        IROpcode.Phi or IROpcode.Add or IROpcode.Sub or IROpcode.Neg or IROpcode.SExt or IROpcode.ZExt or IROpcode.Trunc => HasIndex(value),
        IROpcode.Mul => value.Operands[0].IsConst ? Contains(value.Operands[1]) : value.Operands[1].IsConst && Contains(value.Operands[0]),
        IROpcode.Shl => value.Operands[1].IsConst && Contains(value.Operands[0]),
        _ => false,
    };

    private bool HasIndex(IRValue value)
    {
        foreach (var operand in value.Operands)
        {
            if (_known.Contains(operand))
                return true;
        }

        return false;
    }
}
