using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>One thread of the interpreter: runs until it finishes or has to wait for others, and goes on from there.</summary>
internal sealed class IRThread(IRKernel kernel, long[] registers)
{
    private readonly long[] _operands = new long[3];
    private IRBlock? _block = kernel.Entry;
    private IRBlock? _from;
    private int _next;

    /// <summary>The barrier or shuffle that it waits at.</summary>
    internal IRValue? WaitsAt { get; private set; }

    /// <summary>The operands of the shuffle that it waits at.</summary>
    internal ReadOnlySpan<long> Operands => _operands;

    internal void Set(IRValue value, long bits) => registers[value.Id] = bits;

    internal GroupThreadState Run()
    {
        WaitsAt = null;
        while (_block is not null)
        {
            if (_next == 0)
                RunPhis();
            while (_next < _block.Instructions.Count)
            {
                var value = _block.Instructions[_next++];
                if (!TryRun(value))
                    return Wait(value);
            }

            (_from, _block, _next) = (_block, Successor(_block.Terminator), 0);
        }

        return GroupThreadState.Finished;
    }

    private GroupThreadState Wait(IRValue value)
    {
        WaitsAt = value;
        return value.Opcode == IROpcode.Shuffle || value.Scope == IRScope.Warp ? GroupThreadState.AtWarpBarrier : GroupThreadState.AtGroupBarrier;
    }

    private bool TryRun(IRValue value)
    {
        for (var i = 0; i < value.Operands.Count; i++)
            _operands[i] = Read(value.Operands[i]);
        if (value.Opcode is IROpcode.Barrier or IROpcode.Shuffle)
            return false;
        if (value.Opcode == IROpcode.Store)
            IRMemory.Store(_operands[0], value.OperandType, _operands[1]);
        else if (value.Opcode != IROpcode.Fence)
            registers[value.Id] = ResultOf(value);
        return true;
    }

    private long ResultOf(IRValue value) => value.Opcode switch
    {
        IROpcode.Load => IRMemory.Load(_operands[0], value.Type),
        IROpcode.Atomic => IRAtomics.Run(value, _operands),
        _ => IREvaluator.Evaluate(value, _operands.AsSpan(0, value.Operands.Count)),
    };

    private IRBlock? Successor(IRTerminator terminator) => terminator switch
    {
        IRJump jump => jump.Target,
        IRBranch branch => Read(branch.Condition) != 0 ? branch.Then : branch.Else,
        _ => null,
    };

    /// <summary>All phis of a block change at once.</summary>
    private void RunPhis()
    {
        if (_block!.Phis.Count == 0)
            return;
        var index = _block.IndexOf(_from!);
        long[] values = [.. _block.Phis.Select(phi => Read(phi.Operands[index]))];
        for (var i = 0; i < values.Length; i++)
            registers[_block.Phis[i].Id] = values[i];
    }

    private long Read(IRValue value) => value.IsConst ? value.Bits : registers[value.Id];
}
