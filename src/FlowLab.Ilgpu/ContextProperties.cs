namespace ILGPU;

/// <summary>The settings of a context.</summary>
public class ContextProperties
{
    private protected ContextProperties()
    {
    }

    /// <summary>
    /// Whether kernels check themselves: the CPU device then runs their C# methods as they are, with index checks, instead of compiling
    /// them. The AppContext switch <c>ILGPU.BoundsChecks</c> or <c>FLOWLAB_BOUNDS_CHECKS=1</c> asks for that in every context.
    /// </summary>
    public bool EnableAssertions { get; private protected set; }

    public OptimizationLevel OptimizationLevel { get; private protected set; } = OptimizationLevel.O1;

    public MathMode MathMode { get; private protected set; }
}
