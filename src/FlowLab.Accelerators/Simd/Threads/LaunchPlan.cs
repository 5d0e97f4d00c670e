namespace FlowLab.Accelerators.Simd;

/// <summary>How a launch begins.</summary>
/// <param name="TicksAlone">For how long the caller goes on alone before it hands over what is left; 0: it shares at once.</param>
/// <param name="Measured">The way that it is measured for; null: what it takes does not count.</param>
internal readonly record struct LaunchPlan(long TicksAlone, LaunchWay? Measured = null);
