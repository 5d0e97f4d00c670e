using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;
using ILGPU.Runtime;
using ILGPU;

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
    private const int ExtentX = 3;
    private const int ExtentY = 2;
    private const double Tolerance = 2e-5;

    private KernelLab _lab = null!;

    private static IEnumerable<TestCaseData> Kernels() =>
        ShippedKernels.All.Select(method => new TestCaseData(method).SetArgDisplayNames(ShippedKernels.NameOf(method)));

    [OneTimeSetUp]
    public void Open() => _lab = KernelLab.Open(device);

    [OneTimeTearDown]
    public void Close() => _lab?.Dispose();

    [TestCaseSource(nameof(Kernels))]
    public void A_shipped_kernel_means_what_its_method_means(MethodInfo method)
    {
        LeaveLongOnes(method);
        using var arguments = new KernelArguments();
        object[] values = arguments.Of(method);
        arguments.Restore();
        RunNatively(method, values);
        IReadOnlyList<Array> expected = arguments.Snapshot();
        arguments.Restore();
        RunOn(_lab.Accelerator, method, values);
        Assert.That(KernelNumbers.DifferenceOf(arguments.Snapshot(), expected, Tolerance), Is.Null);
    }

    /// <summary>One compiler and one set of polynomials stand behind both of our accelerators.</summary>
    [TestCaseSource(nameof(Kernels))]
    public void Our_accelerators_leave_the_same_bits(MethodInfo method)
    {
        if (device != KernelDevice.OpenCl12)
            Assert.Ignore("Compared on our OpenCL accelerator, with SIMD.");
        LeaveLongOnes(method);
        using var arguments = new KernelArguments();
        object[] values = arguments.Of(method);
        using KernelLab simd = KernelLab.Open();
        arguments.Restore();
        RunOn(simd.Accelerator, method, values);
        IReadOnlyList<Array> expected = arguments.Snapshot();
        arguments.Restore();
        RunOn(_lab.Accelerator, method, values);
        Assert.That(arguments.Snapshot(), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Kernels))]
    public void Every_pass_leaves_a_shipped_kernel_well_formed(MethodInfo method)
    {
        if (device != KernelDevice.Simd)
            Assert.Ignore("One front end and one list of passes serve all of our accelerators.");
        IRKernel kernel = KernelFrontend.Build(method);
        KernelOptimizer.Optimize(kernel, verifyEachPass: true);
        Assert.That(kernel.Values.Count(), Is.GreaterThan(0));
        TestContext.Out.WriteLine($"{kernel.Blocks.Count} blocks, {kernel.Values.Count()} values");
    }

    /// <summary>OpenCL drivers take up to half a minute for a kernel of layers with networks.</summary>
    private void LeaveLongOnes(MethodInfo method)
    {
        bool isLong = device is KernelDevice.OpenCl12 or KernelDevice.IlgpuOpenCl && ShippedKernels.HasAnotherNetwork(method);
        if (isLong && Environment.GetEnvironmentVariable("FLOWLAB_LONG_TESTS") != "1")
            Assert.Ignore("Layers are compiled for OpenCL with one kind of network; FLOWLAB_LONG_TESTS=1 runs all.");
    }

    private static void RunNatively(MethodInfo method, object[] values)
    {
        for (int y = 0; y < (IsPlane(method) ? ExtentY : 1); y++)
            for (int x = 0; x < ExtentX; x++)
                method.Invoke(null, [IsPlane(method) ? new Index2D(x, y) : new Index1D(x), .. values]);
    }

    private static bool IsPlane(MethodInfo method) => method.GetParameters()[0].ParameterType == typeof(Index2D);

    private static void RunOn(Accelerator accelerator, MethodInfo method, object[] values)
    {
        using var copies = new DeviceArguments(accelerator);
        // The accelerator keeps kernels for those who load them again, and disposes of them with itself.
        Kernel kernel = accelerator.LoadAutoGroupedKernel(method);
        object[] onDevice = copies.Of(values);
        if (IsPlane(method))
            kernel.Launch(accelerator.DefaultStream, new Index2D(ExtentX, ExtentY), onDevice);
        else
            kernel.Launch(accelerator.DefaultStream, new Index1D(ExtentX), onDevice);
        accelerator.Synchronize();
        copies.CopyBack();
    }
}
