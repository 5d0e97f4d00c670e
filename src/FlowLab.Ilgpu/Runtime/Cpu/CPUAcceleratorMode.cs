namespace ILGPU.Runtime.CPU;

/// <summary>How a CPU accelerator runs a launch.</summary>
public enum CPUAcceleratorMode
{
    /// <summary>In parallel.</summary>
    Auto = 0,

    /// <summary>On the calling thread only.</summary>
    Sequential = 1,

    /// <summary>In parallel.</summary>
    Parallel = 2,
}
