using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>
/// One group of the interpreter: its threads take turns in linear order, each until it finishes or gets to a barrier or shuffle. A barrier
/// opens, and a shuffle is done, when all threads of the group or warp have got to it.
/// </summary>
internal sealed unsafe class IRGroup
{
    private readonly IRKernel _kernel;
    private readonly GroupPlan _plan;
    private readonly long _number;
    private readonly int _warpSize;
    private readonly MemoryArena _memory = new();
    private readonly GroupThreadStates _states = new();
    private readonly IRThread[] _threads;

    internal IRGroup(IRInterpreter interpreter, IRKernel kernel, GroupPlan plan, long number, int warpSize)
    {
        (_kernel, _plan, _number, _warpSize) = (kernel, plan, number, warpSize);
        _threads = [.. Enumerable.Range(0, plan.ThreadsOf(number)).Select(_ => interpreter.NewThread())];
    }

    /// <param name="extent">The index space of a kernel with an index.</param>
    /// <exception cref="InvalidOperationException">Some threads wait for others that never come.</exception>
    internal void Run(Index3D extent)
    {
        for (var i = 0; i < _threads.Length; i++)
            SetPlaces(_threads[i], i, extent);
        foreach (var allocation in _kernel.Allocations)
            SetAddress(allocation);
        _states.Start(_threads.Length, _warpSize);
        var next = 0;
        while ((next = _states.Next(next - 1)) >= 0)
        {
            _states[next] = _threads[next].Run();
            CompleteWarp(next / _warpSize * _warpSize);
            if (_states[next] == GroupThreadState.AtGroupBarrier)
                WaitingAt(GroupThreadState.AtGroupBarrier, 0, _threads.Length);
        }

        if (!_states.AreAllFinished)
            throw new InvalidOperationException($"Of the threads of group {_number} {_states.Describe()}.");
        GC.KeepAlive(_memory);
    }

    private void SetPlaces(IRThread thread, int linear, Index3D extent)
    {
        var instance = (_number * _plan.GroupDim.Size) + linear;
        foreach (var parameter in _kernel.Parameters.Where(parameter => !parameter.IsArgument))
            thread.Set(parameter.Value, PlaceOf(parameter.Kind, linear, instance, extent));
    }

    private long PlaceOf(IRParameterKind kind, int linear, long instance, Index3D extent) => kind switch
    {
        IRParameterKind.IndexX => instance % extent.X,
        IRParameterKind.IndexY => instance / extent.X % extent.Y,
        IRParameterKind.IndexZ => instance / extent.X / extent.Y,
        IRParameterKind.GridIndexX => _number % _plan.GridDim.X,
        IRParameterKind.GridIndexY => _number / _plan.GridDim.X % _plan.GridDim.Y,
        IRParameterKind.GridIndexZ => _number / _plan.GridDim.X / _plan.GridDim.Y,
        IRParameterKind.GroupIndexX => linear % _plan.GroupDim.X,
        IRParameterKind.GroupIndexY => linear / _plan.GroupDim.X % _plan.GroupDim.Y,
        IRParameterKind.GroupIndexZ => linear / _plan.GroupDim.X / _plan.GroupDim.Y,
        IRParameterKind.GridDimX => _plan.GridDim.X,
        IRParameterKind.GridDimY => _plan.GridDim.Y,
        IRParameterKind.GridDimZ => _plan.GridDim.Z,
        IRParameterKind.GroupDimX => _plan.GroupDim.X,
        IRParameterKind.GroupDimY => _plan.GroupDim.Y,
        IRParameterKind.GroupDimZ => _plan.GroupDim.Z,
        IRParameterKind.LaneIndex => linear % _warpSize,
        IRParameterKind.WarpSize => _warpSize,
        _ => _plan.DynamicSharedSize,
    };

    private void SetAddress(IRAllocation allocation)
    {
        var isDynamic = allocation.Kind == IRAllocationKind.DynamicShared;
        var size = isDynamic ? _plan.DynamicSharedSize : allocation.SizeInBytes;
        var shared = (long)_memory.Allocate(size);
        foreach (var thread in _threads)
            thread.Set(allocation.Value, allocation.Kind == IRAllocationKind.Local ? (long)_memory.Allocate(size) : shared);
    }

    /// <summary>Gives the lanes of a warp their results once all of them are at the shuffle.</summary>
    private void CompleteWarp(int first)
    {
        var lanes = _threads.AsSpan(first, Math.Min(_warpSize, _threads.Length - first));
        if (!Enumerable.Range(first, lanes.Length).All(thread => _states[thread] == GroupThreadState.AtWarpBarrier))
            return;
        var value = WaitingAt(GroupThreadState.AtWarpBarrier, first, lanes.Length);
        for (var lane = 0; lane < lanes.Length && value.Opcode == IROpcode.Shuffle; lane++)
        {
            var source = ShuffleLanes.SourceOf(value.Shuffle, lane, (int)lanes[lane].Operands[1], (int)lanes[lane].Operands[2]);
            lanes[lane].Set(value, lanes[source < lanes.Length ? source : lane].Operands[0]);
        }
    }

    /// <summary>Where threads wait; at different places they would wait forever on a device.</summary>
    private IRValue WaitingAt(GroupThreadState state, int first, int count)
    {
        var places = Enumerable.Range(first, count).Where(thread => _states[thread] == state).Select(thread => _threads[thread].WaitsAt!).Distinct().ToList();
        return places.Count == 1 ? places[0] : throw new InvalidOperationException(
            $"Threads of group {_number} wait at different places: {string.Join("; ", places)}.");
    }
}
