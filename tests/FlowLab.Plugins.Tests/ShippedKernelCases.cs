namespace FlowLab.Plugins.Tests;

/// <summary><see cref="ShippedKernels"/> as cases of tests.</summary>
internal static class ShippedKernelCases
{
    internal static IEnumerable<TestCaseData> All => ShippedKernels.All.Select(method => new TestCaseData(method).SetArgDisplayNames(ShippedKernels.NameOf(method)));
}
