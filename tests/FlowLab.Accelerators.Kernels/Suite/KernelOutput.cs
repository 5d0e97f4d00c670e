namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>What a buffer holds after a launch.</summary>
internal abstract class KernelOutput
{
    /// <summary>Says where the outputs differ; null where they do not.</summary>
    internal static string? Difference(IReadOnlyList<KernelOutput> actual, IReadOnlyList<KernelOutput> expected, int ulps)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (actual[i].Difference(expected[i], ulps) is { } difference)
                return difference;
        }

        return null;
    }

    protected abstract string? Difference(KernelOutput expected, int ulps);
}
