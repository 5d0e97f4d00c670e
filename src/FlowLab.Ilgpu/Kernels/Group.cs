using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>
/// The place of the running thread in its group, and what the threads of a group do together. All threads of a group must get to a
/// barrier, the same one.
/// </summary>
public static class Group
{
    public static int IdxX => KernelThread.Current.Index.X;

    public static int IdxY => KernelThread.Current.Index.Y;

    public static int IdxZ => KernelThread.Current.Index.Z;

    /// <summary>Which thread of the group.</summary>
    public static Index3D Index => new(IdxX, IdxY, IdxZ);

    public static int DimX => KernelThread.Current.Group.Dim.X;

    public static int DimY => KernelThread.Current.Group.Dim.Y;

    public static int DimZ => KernelThread.Current.Group.Dim.Z;

    /// <summary>Threads in the group.</summary>
    public static Index3D Dimension => new(DimX, DimY, DimZ);

    /// <summary>The number of the thread in its group, X fastest.</summary>
    public static int LinearIndex => (((IdxZ * DimY) + IdxY) * DimX) + IdxX;

    public static bool IsFirstThread => LinearIndex == 0;

    public static bool IsLastThread => LinearIndex == (DimX * DimY * DimZ) - 1;

    /// <summary>Waits for all threads of the group; what they wrote before can be read afterwards.</summary>
    public static void Barrier() => KernelThread.Current.WaitForGroup();

    /// <summary>A barrier that tells how many threads bring true.</summary>
    public static int BarrierPopCount(bool predicate)
    {
        ref var count = ref SharedMemory.Allocate<int>();
        if (IsFirstThread)
            count = 0;
        Barrier();
        if (predicate)
            Atomic.Add(ref count, 1);
        Barrier();
        var result = count;

        // The next round starts from zero only when every thread has read.
        Barrier();
        return result;
    }

    /// <summary>A barrier that tells whether all threads bring true.</summary>
    public static bool BarrierAnd(bool predicate) => BarrierPopCount(!predicate) == 0;

    /// <summary>A barrier that tells whether any thread brings true.</summary>
    public static bool BarrierOr(bool predicate) => BarrierPopCount(predicate) != 0;

    /// <summary>The value that the thread of a linear index brings, for all threads of the group.</summary>
    public static T Broadcast<T>(T value, int groupIndex)
        where T : unmanaged
    {
        ref var slot = ref SharedMemory.Allocate<T>();
        if (LinearIndex == groupIndex)
            slot = value;
        Barrier();
        var result = slot;
        Barrier();
        return result;
    }
}
