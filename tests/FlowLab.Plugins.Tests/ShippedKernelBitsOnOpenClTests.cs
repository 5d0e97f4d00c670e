using System.Reflection;

namespace FlowLab.Plugins.Tests;

/// <summary>One compiler and one set of polynomials stand behind both of our accelerators: a kernel leaves the same bits on OpenCL and on vectors.</summary>
public sealed class ShippedKernelBitsOnOpenClTests
{
    private KernelLab _openCl = null!;
    private KernelLab _simd = null!;

    [OneTimeSetUp]
    public void Open() => (_openCl, _simd) = (KernelLab.Open(KernelDevice.OpenCl12), KernelLab.Open());

    [OneTimeTearDown]
    public void Close()
    {
        _openCl?.Dispose();
        _simd?.Dispose();
    }

    [TestCaseSource(typeof(ShippedKernelCases), nameof(ShippedKernelCases.All))]
    public void Our_accelerators_leave_the_same_bits(MethodInfo method)
    {
        ShippedKernelLaunch.LeaveLongOnes(method, KernelDevice.OpenCl12);
        using ShippedKernelLaunch launch = new(method);
        Assert.That(launch.RunOn(_openCl.Accelerator), Is.EqualTo(launch.RunOn(_simd.Accelerator)));
    }
}
