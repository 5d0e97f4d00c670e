namespace ILGPU.Runtime.CPU;

/// <summary>A group as its threads see it: where it is in the grid, and what they share.</summary>
internal sealed unsafe class ThreadGroup(int warpSize, IThreadTurns turns)
{
    private readonly MemoryArena _arena = new();
    private readonly List<(nint Memory, int Size)> _shared = [];
    private readonly List<KernelThread> _threads = [];

    internal int WarpSize { get; } = warpSize;

    internal IThreadTurns Turns { get; } = turns;

    internal Index3D GridIndex { get; private set; }

    internal Index3D GridDim { get; private set; }

    internal Index3D Dim { get; private set; }

    /// <summary>Threads that run; the last group of an index space may have fewer than <see cref="Dim"/> says.</summary>
    internal int Count { get; private set; }

    internal int DynamicSharedSize { get; private set; }

    internal void* DynamicShared { get; private set; }

    internal KernelThread ThreadAt(int index)
    {
        while (_threads.Count <= index)
            _threads.Add(new(this));
        return _threads[index];
    }

    /// <summary>Becomes another group, with fresh shared memory.</summary>
    internal void Start(in GroupPlan plan, long number)
    {
        (GridDim, Dim, DynamicSharedSize) = (plan.GridDim, plan.GroupDim, plan.DynamicSharedSize);
        GridIndex = new((int)(number % GridDim.X), (int)(number / GridDim.X % GridDim.Y), (int)(number / GridDim.X / GridDim.Y));
        Count = plan.ThreadsOf(number);
        _arena.Reset();
        _shared.Clear();
        DynamicShared = _arena.Allocate(DynamicSharedSize);
    }

    /// <summary>The memory of the allocation that a thread makes as its n-th: the first thread to get there makes it for all.</summary>
    internal void* SharedAt(int n, int sizeInBytes)
    {
        if (n == _shared.Count)
            _shared.Add(((nint)_arena.Allocate(sizeInBytes), sizeInBytes));
        var (memory, size) = _shared[n];
        return size == sizeInBytes ? (void*)memory : throw new InvalidOperationException(
            $"FLK203: the threads of a group must make the same shared allocations in the same order, but as number {n + 1} one asks for "
            + $"{sizeInBytes} bytes and another for {size}. Allocate at the start of the kernel, outside of branches.");
    }
}
