#if FLOWLAB_ILGPU
using System.Reflection;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Tests.Cuda;

namespace FlowLab.Plugins.Tests;

/// <summary>Every kernel that is shipped means as PTX what its C# means, bit for bit.</summary>
public class PtxKernelTests
{
    private const int ExtentX = 3;
    private const int ExtentY = 2;

    private static IEnumerable<TestCaseData> Kernels() =>
        ShippedKernels.All.Select(method => new TestCaseData(method).SetArgDisplayNames(ShippedKernels.NameOf(method)));

    [TestCaseSource(nameof(Kernels))]
    public void A_shipped_kernel_means_as_PTX_what_its_method_means(MethodInfo method)
    {
        using var arguments = new KernelArguments();
        var values = arguments.Of(method);
        arguments.Restore();
        RunNatively(method, values);
        var expected = arguments.Snapshot();
        arguments.Restore();
        var ptx = new PtxRunner(KernelEntry.OfIndex(method), values);
        ptx.Run(IsPlane(method) ? LaunchDimensions.Of(new Index2D(ExtentX, ExtentY)) : LaunchDimensions.Of(new Index1D(ExtentX)), groupSize: 32);
        Assert.That(arguments.Snapshot(), Is.EqualTo(expected), ptx.Source.Text);
        TestContext.Out.WriteLine($"{ptx.Source.Text.Count(letter => letter == ';')} instructions and declarations");
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
}
#endif
