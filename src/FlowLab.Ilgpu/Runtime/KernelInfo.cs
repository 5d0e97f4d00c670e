namespace ILGPU.Runtime;

/// <summary>What is known of a loaded kernel.</summary>
/// <param name="minGroupSize">See <see cref="MinGroupSize"/>.</param>
/// <param name="minGridSize">See <see cref="MinGridSize"/>.</param>
public sealed class KernelInfo(int? minGroupSize, int? minGridSize)
{
    /// <summary>The threads in a group that use the device well; null where launches choose.</summary>
    public int? MinGroupSize { get; } = minGroupSize;

    /// <summary>The groups in a launch that use the device well; null where it is not known.</summary>
    public int? MinGridSize { get; } = minGridSize;
}
