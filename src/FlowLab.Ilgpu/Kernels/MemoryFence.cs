namespace ILGPU;

/// <summary>What a thread wrote before a fence is seen by other threads no later than what it writes afterwards.</summary>
public static class MemoryFence
{
    /// <summary>Seen so by the threads of the group.</summary>
    public static void GroupLevel() => Interlocked.MemoryBarrier();

    /// <summary>Seen so by all threads of the device.</summary>
    public static void DeviceLevel() => Interlocked.MemoryBarrier();

    /// <summary>Seen so by all threads of the device, of other devices and of the host.</summary>
    public static void SystemLevel() => Interlocked.MemoryBarrier();
}
