using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Runs a kernel value by value, one thread after the other: slow, and the measure of everything else that runs it.</summary>
internal sealed class IRInterpreter
{
    private readonly IRKernel _kernel;
    private readonly long[] _parameters;
    private readonly int _registers;

    /// <param name="kernel">The kernel.</param>
    /// <param name="arguments">The C# arguments after the index.</param>
    internal IRInterpreter(IRKernel kernel, params object[] arguments)
    {
        kernel.Renumber();
        _kernel = kernel;
        _parameters = new long[kernel.Parameters.Count];
        _registers = kernel.Parameters.Count + kernel.Values.Count() + kernel.Allocations.Count;
        for (var i = 0; i < _parameters.Length; i++)
        {
            if (kernel.Parameters[i].IsArgument)
                _parameters[i] = IRArguments.Extract(kernel.Parameters[i], arguments[kernel.Parameters[i].Argument - 1]);
        }
    }

    /// <summary>Runs every instance of an index space, X fastest, one by one or in groups of a size.</summary>
    internal void RunAll(int extentX, int extentY = 1, int extentZ = 1, int groupSize = 1, int warpSize = 4)
    {
        var count = (long)extentX * extentY * extentZ;
        var groups = new Index3D((int)((count + groupSize - 1) / groupSize), 1, 1);
        RunGroups(new(groups, new(groupSize, 1, 1), 0, count), warpSize, new(extentX, extentY, extentZ));
    }

    /// <summary>Runs a grid of groups.</summary>
    internal void RunGroups(Index3D grid, Index3D group, int warpSize = 4, int dynamicSharedSize = 0) =>
        RunGroups(new(grid, group, dynamicSharedSize, grid.LongSize * group.LongSize), warpSize, Index3D.One);

    /// <summary>A thread that is about to start.</summary>
    internal IRThread NewThread()
    {
        var registers = new long[_registers];
        _parameters.CopyTo(registers, 0);
        return new(_kernel, registers);
    }

    private void RunGroups(GroupPlan plan, int warpSize, Index3D extent)
    {
        for (var number = 0L; number < plan.Groups; number++)
            new IRGroup(this, _kernel, plan, number, warpSize).Run(extent);
    }
}
