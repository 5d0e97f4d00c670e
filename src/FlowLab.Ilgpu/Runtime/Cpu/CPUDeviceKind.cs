namespace ILGPU.Runtime.CPU;

/// <summary>Sizes of warps and groups that a CPU device takes over from a kind of GPU.</summary>
public enum CPUDeviceKind
{
    Default = 0,
    Nvidia = 1,
    AMD = 2,
    LegacyAMD = 3,
    Intel = 4,
}
