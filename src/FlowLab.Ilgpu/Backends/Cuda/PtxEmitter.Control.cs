using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>Blocks, branches, and the moves into phis on the edges between blocks.</summary>
internal sealed partial class PtxEmitter
{
    private void EmitBlocks()
    {
        foreach (var phi in _kernel.Blocks.SelectMany(block => block.Phis))
            Result(phi);
        for (var i = 0; i < _kernel.Blocks.Count; i++)
        {
            var block = _kernel.Blocks[i];
            if (i > 0)
                _body.Label(LabelOf(block));
            _steps.Clear();
            foreach (var value in block.Instructions)
                Emit(value);
            EmitTerminator(block, i + 1 < _kernel.Blocks.Count ? _kernel.Blocks[i + 1] : null);
        }
    }

    private static string LabelOf(IRBlock block) => $"$L_{block}";

    private void EmitTerminator(IRBlock block, IRBlock? next)
    {
        switch (block.Terminator)
        {
            case IRJump jump:
                EmitEdge(block, jump.Target, next);
                break;
            case IRBranch branch:
                EmitBranch(block, branch, next);
                break;
            default:
                _body.Add("ret");
                break;
        }
    }

    /// <summary>The moves of an edge and the way to its end, which may come next anyway.</summary>
    private void EmitEdge(IRBlock from, IRBlock to, IRBlock? next)
    {
        EmitMoves(from, to);
        if (to != next)
            _body.Add("bra.uni", LabelOf(to));
    }

    private void EmitBranch(IRBlock block, IRBranch branch, IRBlock? next)
    {
        var condition = Register(branch.Condition);
        if (branch.Then.Phis.Count == 0 && branch.Then != next)
        {
            _body.AddGuarded($"@{condition}", "bra", LabelOf(branch.Then));
            EmitEdge(block, branch.Else, next);
        }
        else if (branch.Else.Phis.Count == 0)
        {
            _body.AddGuarded($"@!{condition}", "bra", LabelOf(branch.Else));
            EmitEdge(block, branch.Then, next);
        }
        else
        {
            var @else = NewLabel();
            _body.AddGuarded($"@!{condition}", "bra", @else);
            EmitEdge(block, branch.Then, null);
            _body.Label(@else);
            EmitEdge(block, branch.Else, next);
        }
    }

    private void EmitMoves(IRBlock from, IRBlock to)
    {
        if (to.Phis.Count == 0)
            return;
        var index = to.IndexOf(from);
        List<PhiMove> moves = [.. to.Phis.Select(phi => new PhiMove(_values[phi], SourceOf(phi, phi.Operands[index]), phi.Type))];
        foreach (var move in PhiMoves.InSequence(moves, _registers.New))
            Move(move.Type, move.Target, move.Source);
    }

    private string SourceOf(IRValue phi, IRValue operand)
    {
        if (phi.Type == IRType.Pointer)
            return PointerFor(phi, operand);
        return operand.IsConst ? PtxLiteral.Of(operand) : _values[operand];
    }
}
