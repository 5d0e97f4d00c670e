using System.Runtime.CompilerServices;
using ILGPU.IR;

namespace ILGPU.Runtime.CPU;

/// <summary>A thread of a group as the C# methods of <see cref="Grid"/>, <see cref="Group"/> and <see cref="Warp"/> see it.</summary>
internal sealed unsafe class KernelThread(ThreadGroup group)
{
    [ThreadStatic]
    private static KernelThread? _current;

    private readonly MemoryArena _local = new();
    private int _sharedCount;
    private nint _published;

    /// <exception cref="InvalidOperationException">FLK201: no kernel is running here.</exception>
    internal static KernelThread Current => _current ?? throw new InvalidOperationException(OutsideMessage);

    internal ThreadGroup Group { get; } = group;

    internal int LinearIndex { get; private set; }

    internal Index3D Index { get; private set; }

    internal int Lane => LinearIndex % Group.WarpSize;

    private static string OutsideMessage =>
        "FLK201: Grid, Group, Warp, SharedMemory and LocalMemory have a meaning only in a running kernel that knows its group, but they were "
        + "used outside of one. Load the method with LoadKernel or LoadAutoGroupedKernel and launch it.";

    /// <summary>The real thread is this thread of the group until <see cref="Leave"/>.</summary>
    internal void Enter(int linearIndex)
    {
        var dim = Group.Dim;
        LinearIndex = linearIndex;
        Index = new(linearIndex % dim.X, linearIndex / dim.X % dim.Y, linearIndex / dim.X / dim.Y);
        _sharedCount = 0;
        _local.Reset();
        _current = this;
    }

    internal static void Leave() => _current = null;

    internal void WaitForGroup() => Group.Turns.Wait(LinearIndex, GroupThreadState.AtGroupBarrier);

    internal void WaitForWarp() => Group.Turns.Wait(LinearIndex, GroupThreadState.AtWarpBarrier);

    /// <summary>The variable of another lane, read where it lies on the stack of that lane's thread.</summary>
    internal T Shuffle<T>(T value, ShuffleKind kind, int selector, int width)
        where T : unmanaged
    {
        _published = (nint)(&value);
        WaitForWarp();
        var source = LinearIndex - Lane + ShuffleLanes.SourceOf(kind, Lane, selector, width);
        var result = source < Group.Count ? *(T*)Group.ThreadAt(source)._published : value;
        WaitForWarp();
        return result;
    }

    internal ArrayView<T> AllocateShared<T>(int extent)
        where T : unmanaged =>
        new(null!, (T*)Group.SharedAt(_sharedCount++, SizeOf<T>(extent)), extent);

    internal ArrayView<T> AllocateLocal<T>(int extent)
        where T : unmanaged =>
        new(null!, (T*)_local.Allocate(SizeOf<T>(extent)), extent);

    internal ArrayView<T> DynamicShared<T>()
        where T : unmanaged =>
        new(null!, (T*)Group.DynamicShared, Group.DynamicSharedSize / sizeof(T));

    private static int SizeOf<T>(int extent)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(extent);
        return checked(extent * Unsafe.SizeOf<T>());
    }
}
