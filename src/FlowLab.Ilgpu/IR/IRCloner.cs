namespace ILGPU.IR;

/// <summary>Copies a kernel, so that one copy can be specialised and the other not.</summary>
internal sealed class IRCloner
{
    private readonly IRKernel _copy;
    private readonly Dictionary<IRValue, IRValue> _values = [];
    private readonly Dictionary<IRBlock, IRBlock> _blocks = [];

    private IRCloner(IRKernel kernel)
    {
        _copy = new(kernel.Method, [.. kernel.Parameters.Select(parameter => parameter.Copy())]) { IsGrouped = kernel.IsGrouped };
        foreach (var allocation in kernel.Allocations)
        {
            var copy = allocation.Copy();
            _copy.Allocations.Add(copy);
            _values[allocation.Value] = copy.Value;
        }

        for (var i = 0; i < kernel.Parameters.Count; i++)
            _values[kernel.Parameters[i].Value] = _copy.Parameters[i].Value;
    }

    internal static IRKernel Clone(IRKernel kernel)
    {
        var cloner = new IRCloner(kernel);
        foreach (var block in kernel.Blocks)
            cloner._copy.Blocks.Add(cloner._blocks[block] = new());
        foreach (var block in kernel.Blocks)
            cloner.CopyValues(block, cloner._blocks[block]);
        foreach (var block in kernel.Blocks)
            cloner._blocks[block].Terminator = cloner.Copy(block.Terminator);
        foreach (var block in kernel.Blocks)
            cloner.CompletePhis(block, cloner._blocks[block]);
        cloner._copy.Renumber();
        return cloner._copy;
    }

    private void CopyValues(IRBlock block, IRBlock copy)
    {
        foreach (var phi in block.Phis)
            _values[phi] = copy.Append(new(IROpcode.Phi, phi.Type) { Location = phi.Location });
        foreach (var value in block.Instructions)
        {
            var operands = new IRValue[value.Operands.Count];
            for (var i = 0; i < operands.Length; i++)
                operands[i] = Copy(value.Operands[i]);
            _values[value] = copy.Append(value.With(operands));
        }
    }

    private IRValue Copy(IRValue value) => value.IsConst ? _copy.Const(value.Type, value.Bits) : _values[value];

    private IRTerminator Copy(IRTerminator terminator) => terminator switch
    {
        IRJump jump => new IRJump(_blocks[jump.Target]),
        IRBranch branch => new IRBranch(Copy(branch.Condition), _blocks[branch.Then], _blocks[branch.Else]),
        _ => new IRReturn(),
    };

    /// <summary>The order of predecessors may differ.</summary>
    private void CompletePhis(IRBlock block, IRBlock copy)
    {
        if (block.Phis.Count == 0)
            return;
        var places = new int[block.Predecessors.Count];
        for (var i = 0; i < places.Length; i++)
            places[copy.IndexOf(_blocks[block.Predecessors[i]])] = i;
        for (var i = 0; i < block.Phis.Count; i++)
        {
            foreach (var place in places)
                copy.Phis[i].AddOperand(Copy(block.Phis[i].Operands[place]));
        }
    }
}
