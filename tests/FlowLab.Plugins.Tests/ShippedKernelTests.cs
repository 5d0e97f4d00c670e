using System.Reflection;

namespace FlowLab.Plugins.Tests;

/// <summary>
/// Every kernel that is shipped means on every accelerator what its C# method means in a plain loop: integers exactly; floats within
/// 2e-5 of the greatest number that the kernel left in the buffer, since mathematics of accelerators may differ in the last bits.
/// </summary>
[TestFixture(KernelDevice.Simd)]
[TestFixture(KernelDevice.IlgpuCpu)]
[TestFixture(KernelDevice.OpenCl12)]
[TestFixture(KernelDevice.IlgpuOpenCl)]
public sealed class ShippedKernelTests(KernelDevice device)
{
    private const double Tolerance = 2e-5;

    private KernelLab _lab = null!;

    [OneTimeSetUp]
    public void Open() => _lab = KernelLab.Open(device);

    [OneTimeTearDown]
    public void Close() => _lab?.Dispose();

    [TestCaseSource(typeof(ShippedKernelCases), nameof(ShippedKernelCases.All))]
    public void A_shipped_kernel_means_what_its_method_means(MethodInfo method)
    {
        ShippedKernelLaunch.LeaveLongOnes(method, device);
        using ShippedKernelLaunch launch = new(method);
        IReadOnlyList<Array> expected = launch.RunNatively();
        Assert.That(KernelNumbers.DifferenceOf(launch.RunOn(_lab.Accelerator), expected, Tolerance), Is.Null);
    }
}
