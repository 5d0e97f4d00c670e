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

    /// <summary>Whether streams take <see cref="Runtime.ProfilingMarker">markers</see>.</summary>
    public bool EnableProfiling { get; private protected set; }

    /// <summary>What was asked for. It says what is wanted and changes nothing: the compiler of this runtime has one level.</summary>
    public OptimizationLevel OptimizationLevel { get; private protected set; } = OptimizationLevel.O1;

    /// <summary>What was asked for. It says what is wanted and changes nothing: functions are as exact in every mode.</summary>
    public MathMode MathMode { get; private protected set; }
}
