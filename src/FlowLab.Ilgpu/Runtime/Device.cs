namespace ILGPU.Runtime;

/// <summary>What a piece of hardware can do; <see cref="CreateAccelerator"/> puts it to use.</summary>
public abstract class Device
{
    private protected Device()
    {
    }

    public AcceleratorType AcceleratorType { get; private protected init; }

    public string Name { get; private protected init; } = "";

    /// <summary>The memory of the device in bytes.</summary>
    public long MemorySize { get; private protected init; }

    public Index3D MaxGridSize { get; private protected init; }

    public Index3D MaxGroupSize { get; private protected init; }

    public int MaxNumThreadsPerGroup { get; private protected init; }

    /// <summary>The shared memory that one group may have, in bytes.</summary>
    public int MaxSharedMemoryPerGroup { get; private protected init; }

    /// <summary>The constant memory of a kernel in bytes.</summary>
    public int MaxConstantMemory { get; private protected init; }

    public int WarpSize { get; private protected init; }

    public int NumMultiprocessors { get; private protected init; }

    public int MaxNumThreadsPerMultiprocessor { get; private protected init; }

    public int MaxNumThreads => NumMultiprocessors * MaxNumThreadsPerMultiprocessor;

    public abstract Accelerator CreateAccelerator(Context context);

    public void PrintInformation(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"Device: {Name}");
        writer.WriteLine($"  Accelerator type:   {AcceleratorType}");
        writer.WriteLine($"  Memory:             {MemorySize} bytes");
        writer.WriteLine($"  Multiprocessors:    {NumMultiprocessors}");
        writer.WriteLine($"  Threads per group:  {MaxNumThreadsPerGroup}");
        writer.WriteLine($"  Shared memory:      {MaxSharedMemoryPerGroup} bytes per group");
        writer.WriteLine($"  Warp size:          {WarpSize}");
    }

    public override string ToString() => $"{Name} [{AcceleratorType}]";
}
