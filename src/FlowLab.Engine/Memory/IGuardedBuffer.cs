namespace FlowLab.Engine.Memory;

/// <summary>Device memory with zones around it that nothing may write to.</summary>
internal interface IGuardedBuffer
{
    /// <summary>What the buffer holds, for messages.</summary>
    string Name { get; }

    /// <summary>Bytes of device memory, zones included.</summary>
    long Bytes { get; }

    /// <summary>What was written beside it since the last look, whose zones are then restored; null if nothing was. Waits for the device.</summary>
    MemoryOverrun? TakeOverrun();
}
