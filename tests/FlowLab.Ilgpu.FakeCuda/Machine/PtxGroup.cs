namespace ILGPU.Tests.Cuda.Machine;

/// <summary>The threads of a group, which take turns, and the places where they wait for each other.</summary>
internal sealed class PtxGroup
{
    internal const int WarpSize = 32;

    private readonly PtxThread[] _threads;

    internal PtxGroup(PtxMachine machine, PtxLaunch launch, Index3D index)
    {
        (Machine, Launch, Index) = (machine, launch, index);
        Shared = new(machine.Module.SizeOf("shared") + launch.DynamicSharedSize);
        Arguments = new(launch.Arguments);
        _threads = [.. Enumerable.Range(0, launch.GroupDim.Size).Select(number => new PtxThread(this, number))];
    }

    internal PtxMachine Machine { get; }

    internal PtxLaunch Launch { get; }

    internal Index3D Index { get; }

    internal PtxArray Shared { get; }

    internal PtxArray Arguments { get; }

    internal void Run()
    {
        PtxThread[] order = Launch.IsReversed ? [.. _threads.Reverse()] : _threads;
        while (_threads.Any(thread => !thread.IsDone))
        {
            foreach (var thread in order)
                thread.Run(Launch.Quantum);
            var isStuck = _threads.All(thread => thread.IsDone || thread.Waiting is not null) && _threads.Any(thread => !thread.IsDone);
            if (isStuck && !ReleaseWarps() && !ReleaseGroup())
                throw new PtxException("threads wait for each other at different places");
        }
    }

    /// <summary>The threads of the warp of a thread that have not ended.</summary>
    internal IEnumerable<PtxThread> WarpOf(PtxThread thread) =>
        _threads.Skip(thread.Number / WarpSize * WarpSize).Take(WarpSize).Where(other => !other.IsDone);

    /// <summary>Does what whole warps wait for.</summary>
    private bool ReleaseWarps()
    {
        var hasReleased = false;
        foreach (var warp in _threads.Chunk(WarpSize))
        {
            PtxThread[] lanes = [.. warp.Where(thread => !thread.IsDone)];
            if (lanes.Length == 0 || lanes[0].Waiting is not { } instruction || instruction.Operation.Mnemonic == "bar.sync")
                continue;
            if (lanes.Any(lane => lane.Waiting != instruction))
                continue;
            PtxWarp.Execute(lanes, instruction);
            foreach (var lane in lanes)
                lane.Resume();
            hasReleased = true;
        }

        return hasReleased;
    }

    /// <summary>bar.sync is the aligned form: all threads must be at the same instruction.</summary>
    private bool ReleaseGroup()
    {
        PtxThread[] alive = [.. _threads.Where(thread => !thread.IsDone)];
        if (alive.Length == 0 || alive[0].Waiting is not { Operation.Mnemonic: "bar.sync" } barrier || alive.Any(thread => thread.Waiting != barrier))
            return false;
        foreach (var thread in alive)
            thread.Resume();
        return true;
    }
}
