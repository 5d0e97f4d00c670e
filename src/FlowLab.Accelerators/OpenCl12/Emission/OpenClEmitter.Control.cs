using System.Globalization;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Blocks, jumps and phis.</summary>
internal sealed partial class OpenClEmitter
{
    private int _copies;

    private void EmitBlocks()
    {
        Declare(_kernel.Blocks.SelectMany(block => block.Phis));
        for (var i = 0; i < _kernel.Blocks.Count; i++)
            EmitBlock(_kernel.Blocks[i], _kernel.Blocks.ElementAtOrDefault(i + 1));
    }

    private void EmitBlock(IRBlock block, IRBlock? next)
    {
        if (block.Predecessors.Any(predecessor => NeedsLabel(predecessor, block)))
            _text.Label($"{block}:;");
        foreach (var value in block.Instructions)
            EmitValue(value);
        EmitTerminator(block, next);
    }

    /// <summary>An edge to the block that follows falls through; where the kernel runs in steps, edges back go by the number of the place.</summary>
    private bool NeedsLabel(IRBlock from, IRBlock to) => to.Id != from.Id + 1 && !(_plan.IsStepped && to.Id <= from.Id);

    private void Declare(IEnumerable<IRValue> values)
    {
        foreach (var value in values.Where(value => value.Type != IRType.Void))
            _text.Line($"{TypeOf(value)} {_names.Of(value)};");
    }

    private void EmitTerminator(IRBlock block, IRBlock? next)
    {
        switch (block.Terminator)
        {
            case IRJump jump:
                EmitEdge(block, jump.Target, next);
                break;
            case IRBranch branch when branch.Then == next:
                EmitBranch(block, $"!{_names.Of(branch.Condition)}", branch.Else, branch.Then, next);
                break;
            case IRBranch branch:
                EmitBranch(block, _names.Of(branch.Condition), branch.Then, branch.Else, next);
                break;
            default:
                EmitReturn(next);
                break;
        }
    }

    private void EmitBranch(IRBlock block, string condition, IRBlock then, IRBlock @else, IRBlock? next)
    {
        _text.Open($"if ({condition})");
        EmitEdge(block, then, next: null);
        _text.Close();
        EmitEdge(block, @else, next);
    }

    private void EmitEdge(IRBlock from, IRBlock to, IRBlock? next)
    {
        EmitCopies(from, to);
        if (_plan.IsStepped && to.Id <= from.Id)
            EmitBackEdge(to);
        else if (to != next)
            _text.Line($"goto {to};");
    }

    private void EmitReturn(IRBlock? next)
    {
        if (_plan.IsStepped)
            _text.Line("waits[thread] = FINISHED; continue;");
        else if (next is not null)
            _text.Line("return;");
    }

    /// <summary>All phis of the block change at once: whatever is still to be read as a source is not written before.</summary>
    private void EmitCopies(IRBlock from, IRBlock to)
    {
        var edge = to.IndexOf(from);
        var pending = to.Phis.Where(phi => phi.Operands[edge] != phi)
            .Select(phi => (Target: phi, Source: Operand(phi.Operands[edge], phi), From: phi.Operands[edge])).ToList();
        while (pending.Count > 0)
        {
            var free = pending.FindIndex(copy => !pending.Exists(other => other != copy && other.From == copy.Target));
            if (free >= 0)
            {
                _text.Line($"{_names.Of(pending[free].Target)} = {pending[free].Source};");
                pending.RemoveAt(free);
                continue;
            }

            // A ring: one of its values is kept aside, which frees the phi that held it.
            var kept = pending[0].Target;
            var name = string.Create(CultureInfo.InvariantCulture, $"copy{_copies++}");
            _text.Line($"{TypeOf(kept)} {name} = {_names.Of(kept)};");
            for (var i = 0; i < pending.Count; i++)
            {
                if (pending[i].From == kept)
                    pending[i] = (pending[i].Target, name, null!);
            }
        }
    }
}
