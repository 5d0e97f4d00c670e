#if FLOWLAB_ILGPU
using System.Reflection;
using ILGPU;
using ILGPU.Frontend;
using ILGPU.IR;
using ILGPU.Passes;

namespace FlowLab.Plugins.Tests;

/// <summary>Every kernel that is shipped goes through the compiler and means afterwards what its C# means.</summary>
public class KernelCompilerTests
{
    private const int ExtentX = 3;
    private const int ExtentY = 2;

    private static IEnumerable<TestCaseData> Kernels() =>
        ShippedKernels.All.Select(method => new TestCaseData(method).SetArgDisplayNames(ShippedKernels.NameOf(method)));

    [TestCaseSource(nameof(Kernels))]
    public void A_shipped_kernel_means_what_its_method_means(MethodInfo method)
    {
        using var arguments = new KernelArguments();
        var values = arguments.Of(method);
        var native = ResultOf(arguments, () => RunNatively(method, values));
        var kernel = KernelFrontend.Build(method);
        IRVerifier.Verify(kernel);
        Assert.That(ResultOf(arguments, () => Interpret(kernel, values)), Is.EqualTo(native), "as built by the frontend");
        KernelCompiler.Optimize(kernel, verifyEachPass: true);
        Assert.That(ResultOf(arguments, () => Interpret(kernel, values)), Is.EqualTo(native), "after all passes");
        TestContext.Out.WriteLine($"{kernel.Blocks.Count} blocks, {kernel.Values.Count()} values");
    }

    private static byte[] ResultOf(KernelArguments arguments, Action run)
    {
        arguments.Restore();
        run();
        return arguments.Snapshot();
    }

    private static void Interpret(IRKernel kernel, object[] values) =>
        new IRInterpreter(kernel, values).RunAll(ExtentX, kernel.Indices.Count() > 1 ? ExtentY : 1);

    private static void RunNatively(MethodInfo method, object[] values)
    {
        var isPlane = method.GetParameters()[0].ParameterType == typeof(Index2D);
        for (var y = 0; y < (isPlane ? ExtentY : 1); y++)
        {
            for (var x = 0; x < ExtentX; x++)
                method.Invoke(null, [isPlane ? new Index2D(x, y) : new Index1D(x), .. values]);
        }
    }
}
#endif
