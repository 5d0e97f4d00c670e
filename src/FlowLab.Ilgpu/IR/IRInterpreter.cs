namespace ILGPU.IR;

/// <summary>Runs a kernel value by value, one instance after the other: slow, and the measure of everything else that runs it.</summary>
internal sealed class IRInterpreter
{
    private readonly IRKernel _kernel;
    private readonly long[] _parameters;
    private readonly long[] _registers;

    /// <param name="kernel">The kernel.</param>
    /// <param name="arguments">The C# arguments after the index.</param>
    internal IRInterpreter(IRKernel kernel, params object[] arguments)
    {
        kernel.Renumber();
        _kernel = kernel;
        _parameters = new long[kernel.Parameters.Count];
        _registers = new long[kernel.Parameters.Count + kernel.Values.Count()];
        for (var i = 0; i < _parameters.Length; i++)
        {
            if (!kernel.Parameters[i].IsIndex)
                _parameters[i] = IRArguments.Extract(kernel.Parameters[i], arguments[kernel.Parameters[i].Argument - 1]);
        }
    }

    /// <summary>Runs every instance of an index space, X fastest.</summary>
    internal void RunAll(int extentX, int extentY = 1, int extentZ = 1)
    {
        for (var z = 0; z < extentZ; z++)
        {
            for (var y = 0; y < extentY; y++)
            {
                for (var x = 0; x < extentX; x++)
                    Run(x, y, z);
            }
        }
    }

    /// <summary>Runs one instance.</summary>
    internal void Run(long x, long y = 0, long z = 0)
    {
        _parameters.CopyTo(_registers, 0);
        foreach (var parameter in _kernel.Indices)
            _registers[parameter.Value.Id] = parameter.Kind == IRParameterKind.IndexX ? x : parameter.Kind == IRParameterKind.IndexY ? y : z;
        IRBlock? from = null;
        for (IRBlock? block = _kernel.Entry; block is not null;)
            (from, block) = (block, RunBlock(block, from));
    }

    private IRBlock? RunBlock(IRBlock block, IRBlock? from)
    {
        RunPhis(block, from);
        Span<long> operands = stackalloc long[3];
        foreach (var value in block.Instructions)
        {
            for (var i = 0; i < value.Operands.Count; i++)
                operands[i] = Read(value.Operands[i]);
            if (value.Opcode == IROpcode.Store)
                IRMemory.Store(operands[0], value.OperandType, operands[1]);
            else
                _registers[value.Id] = value.Opcode == IROpcode.Load
                    ? IRMemory.Load(operands[0], value.Type)
                    : IREvaluator.Evaluate(value, operands[..value.Operands.Count]);
        }

        return block.Terminator switch
        {
            IRJump jump => jump.Target,
            IRBranch branch => Read(branch.Condition) != 0 ? branch.Then : branch.Else,
            _ => null,
        };
    }

    /// <summary>All phis of a block change at once.</summary>
    private void RunPhis(IRBlock block, IRBlock? from)
    {
        if (block.Phis.Count == 0)
            return;
        var index = block.IndexOf(from!);
        long[] values = [.. block.Phis.Select(phi => Read(phi.Operands[index]))];
        for (var i = 0; i < values.Length; i++)
            _registers[block.Phis[i].Id] = values[i];
    }

    private long Read(IRValue value) => value.IsConst ? value.Bits : _registers[value.Id];
}
