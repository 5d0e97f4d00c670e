namespace ILGPU;

/// <summary>The settings of a context.</summary>
public class ContextProperties
{
    private protected ContextProperties()
    {
    }

    /// <summary>
    /// Whether kernels were asked to check themselves. The index checks of the CPU device are chosen for the whole process instead:
    /// by the AppContext switch <c>ILGPU.BoundsChecks</c> or by <c>FLOWLAB_BOUNDS_CHECKS=1</c>.
    /// </summary>
    public bool EnableAssertions { get; private protected set; }

    /// <summary>Whether streams take <see cref="Runtime.ProfilingMarker">markers</see>.</summary>
    public bool EnableProfiling { get; private protected set; }

    /// <summary>What was asked for. It says what is wanted and changes nothing: the compiler of this runtime has one level.</summary>
    public OptimizationLevel OptimizationLevel { get; private protected set; } = OptimizationLevel.O1;

    /// <summary>What was asked for. It says what is wanted and changes nothing: functions are as exact in every mode.</summary>
    public MathMode MathMode { get; private protected set; }
}
