#if FLOWLAB_ILGPU
using System.Reflection;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Models;
using FlowLab.Engine.Networks;
using FlowLab.Engine.Training;
using FlowLab.Plugins.Datasets.Energies;
using FlowLab.Plugins.Datasets.Samples;
using FlowLab.Plugins.Nice;
using FlowLab.Plugins.Optimizers.Rules;
using FlowLab.Plugins.Planar;
using FlowLab.Plugins.Radial;
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

    private static readonly Type[] Homes =
    [
        typeof(PlanarKernels), typeof(RadialKernels), typeof(OptimizerKernels), typeof(BaseKernels), typeof(TrainingKernels), typeof(EvaluationKernels),
    ];

    private static readonly Type[] Energies = [typeof(U1Kernel), typeof(U2Kernel), typeof(U3Kernel), typeof(U4Kernel)];

    private static readonly Type[] Samplers =
        [typeof(PinwheelSampler), typeof(TwoMoonsSampler), typeof(CheckerboardSampler), typeof(EightGaussiansSampler)];

    private static readonly Type[] Mixings = [typeof(PermutationMixing), typeof(OrthogonalMixing)];

    private static readonly Type[] Networks =
        [typeof(MlpKernel<MaxoutUnits>), typeof(MlpKernel<PointwiseUnits<TanhFunction>>), typeof(MlpKernel<PointwiseUnits<ReluFunction>>)];

    private static IEnumerable<TestCaseData> Kernels() =>
        Methods().Select(method => new TestCaseData(method).SetArgDisplayNames(NameOf(method)));

    private static string NameOf(MethodInfo method) =>
        string.Join('-', [method.DeclaringType!.Name, method.Name, .. method.GetGenericArguments().Select(type => type.ToString().Split('.')[^1])]);

    private static IEnumerable<MethodInfo> Methods() =>
        Homes.SelectMany(KernelsOf)
            .Concat(KernelsOf(typeof(EnergyKernels)).SelectMany(method => Energies.Select(energy => method.MakeGenericMethod(energy))))
            .Concat(KernelsOf(typeof(SampleKernels)).SelectMany(method => Samplers.Select(sampler => method.MakeGenericMethod(sampler))))
            .Concat(KernelsOf(typeof(NiceKernels)).SelectMany(method => Mixings.SelectMany(mixing =>
                Networks.Select(network => method.MakeGenericMethod(mixing, network, network)))));

    private static IEnumerable<MethodInfo> KernelsOf(Type home) => home
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType == typeof(void) && typeof(IIndex).IsAssignableFrom(method.GetParameters()[0].ParameterType));

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
