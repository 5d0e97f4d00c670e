namespace FlowLab.Host.Runs;

/// <summary>What a cell may take before it is given up.</summary>
/// <param name="PerCall">The longest time that a call of a component, or an update, may take.</param>
/// <param name="Memory">Bytes that the process may have in memory.</param>
public sealed record RunLimits(TimeSpan PerCall, long Memory)
{
    /// <summary>Seconds that a call may take if nothing else is said.</summary>
    public const int UsualSeconds = 600;

    /// <summary>The longest time that the constructor of a component may take, its data included, or its Initialize.</summary>
    public TimeSpan Building { get; init; } = TimeSpan.FromSeconds(UsualSeconds);

    private const double UsualShareOfMemory = 0.9;

    /// <summary>Ten minutes, and nine tenths of the memory of the machine or of the container.</summary>
    public static RunLimits Usual { get; } = new(TimeSpan.FromSeconds(UsualSeconds), (long)(UsualShareOfMemory * GC.GetGCMemoryInfo().TotalAvailableMemoryBytes));

    /// <summary>
    /// What is allowed outside of updates: the first one compiles kernels, and measuring has work of its own, so that a smaller limit does not hold there.
    /// </summary>
    public TimeSpan OutsideOfUpdates => PerCall > Usual.PerCall ? PerCall : Usual.PerCall;
}
