using NUnit.Framework;

namespace FlowLab.Tests;

/// <summary>Runs that take long, or need more than a fresh machine has: they are skipped unless the environment variable <c>FLOWLAB_LONG_TESTS</c> is 1, as it is in CI.</summary>
internal static class LongTests
{
    private const string Variable = "FLOWLAB_LONG_TESTS";

    internal static bool AreOn { get; } = Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Skips the test where long runs are not asked for.</summary>
    /// <param name="reason">Why it is one of them, as a sentence without its end.</param>
    internal static void Require(string reason = "This run takes minutes")
    {
        if (!AreOn)
            Assert.Ignore($"{reason}; set {Variable}=1 to do it.");
    }
}
