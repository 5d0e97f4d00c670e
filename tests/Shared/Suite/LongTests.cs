namespace FlowLab.Accelerators.Tests;

/// <summary>Runs that take minutes: they are skipped unless the environment variable <c>FLOWLAB_LONG_TESTS</c> is 1.</summary>
internal static class LongTests
{
    internal static bool AreOn { get; } = Environment.GetEnvironmentVariable("FLOWLAB_LONG_TESTS") == "1";

    /// <summary>Skips the test where long runs are not asked for.</summary>
    internal static void Require()
    {
        if (!AreOn)
            Assert.Ignore("This run takes minutes; set FLOWLAB_LONG_TESTS=1 to do it.");
    }
}
