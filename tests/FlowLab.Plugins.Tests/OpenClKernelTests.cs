#if FLOWLAB_ILGPU
using System.Reflection;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;
using ILGPU.Tests.OpenCL;

namespace FlowLab.Plugins.Tests;

/// <summary>Every kernel that is shipped means on an OpenCL device what its C# means, bit for bit.</summary>
public class OpenClKernelTests
{
    private const int ExtentX = 3;
    private const int ExtentY = 2;

    private Context? _context;
    private Accelerator? _accelerator;

    private static IEnumerable<TestCaseData> Kernels() =>
        ShippedKernels.All.Select(method => new TestCaseData(method).SetArgDisplayNames(ShippedKernels.NameOf(method)));

    [OneTimeSetUp]
    public void Open()
    {
        _context = Context.Create(builder => builder.OpenCL());
        if (_context.GetCLDevices().Count == 0)
            Assert.Ignore("No OpenCL device to test on; flowlab devices says why.");
        _accelerator = _context.CreateCLAccelerator(0);
    }

    [OneTimeTearDown]
    public void Close()
    {
        _accelerator?.Dispose();
        _context?.Dispose();
    }

    [TestCaseSource(nameof(Kernels))]
    public void A_shipped_kernel_means_on_OpenCL_what_its_method_means(MethodInfo method)
    {
        using var arguments = new KernelArguments();
        var values = arguments.Of(method);
        arguments.Restore();
        RunNatively(method, values);
        var expected = arguments.Snapshot();
        arguments.Restore();
        RunOnDevice(method, values);
        Assert.That(arguments.Snapshot(), Is.EqualTo(expected));
    }

    private static void RunNatively(MethodInfo method, object[] values)
    {
        for (var y = 0; y < (IsPlane(method) ? ExtentY : 1); y++)
        {
            for (var x = 0; x < ExtentX; x++)
                method.Invoke(null, [IsPlane(method) ? new Index2D(x, y) : new Index1D(x), .. values]);
        }
    }

    private static bool IsPlane(MethodInfo method) => method.GetParameters()[0].ParameterType == typeof(Index2D);

    private void RunOnDevice(MethodInfo method, object[] values)
    {
        using var copies = new DeviceArguments(_accelerator!);
        var dimensions = IsPlane(method) ? LaunchDimensions.Of(new Index2D(ExtentX, ExtentY)) : LaunchDimensions.Of(new Index1D(ExtentX));
        DeviceLaunch.Run(_accelerator!, KernelEntry.OfIndex(method), dimensions, copies.Of(values));
        copies.CopyBack();
    }
}
#endif
