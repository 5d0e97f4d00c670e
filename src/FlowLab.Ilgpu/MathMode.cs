namespace ILGPU;

/// <summary>Whether kernels may trade accuracy for speed.</summary>
public enum MathMode
{
    Default = 0,
    Fast = 1,
    Fast32BitOnly = 2,
}
