namespace ILGPU;

/// <summary>How hard the kernel compiler works.</summary>
public enum OptimizationLevel
{
    Debug = 0,
    O0 = 0,
    Release = 1,
    O1 = 1,
    O2 = 2,
}
