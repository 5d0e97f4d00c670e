namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>What came out of the launches of a kernel.</summary>
/// <param name="Outputs">The buffers after each launch.</param>
/// <param name="Refusal">Why the target does not run the kernel, or null.</param>
internal sealed record KernelRun(IReadOnlyList<IReadOnlyList<KernelOutput>> Outputs, string? Refusal)
{
    /// <summary>Says where a run differs from this one; null where it does not.</summary>
    internal string? Difference(KernelRun actual, KernelCase kernel)
    {
        for (var i = 0; i < Outputs.Count; i++)
        {
            if (KernelOutput.Difference(actual.Outputs[i], Outputs[i], kernel.Ulps) is { } difference)
                return $"launch {i} over {Describe(kernel.Launches[i])}: {difference}";
        }

        return null;
    }

    private static string Describe(LaunchDimensions launch) =>
        launch.X > 0 ? $"{launch.X} x {launch.Y} x {launch.Z}" : $"grid {launch.Grid}, group {launch.Group}";
}
