using System.Reflection;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>On vectors, kernels give the bytes of their C# methods in a plain loop, for all widths and extents.</summary>
public class SimdKernelTests
{
    private static readonly Type[] Homes =
        [typeof(OperatorKernels), typeof(ControlKernels), typeof(CountedLoopKernels), typeof(GotoKernels), typeof(MemoryKernels), typeof(FunctionKernels), typeof(WideKernels)];

    private static IEnumerable<TestCaseData> Kernels() =>
        from home in Homes
        from method in home.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        where method.GetParameters() is [_, { ParameterType: var type }] && type == typeof(TestData)
        select new TestCaseData(method).SetName($"{home.Name}_{method.Name}");

    [TestCaseSource(nameof(Kernels))]
    public void A_kernel_gives_the_bytes_of_its_method(MethodInfo method)
    {
        using var comparison = new SimdComparison(method);
        comparison.Check();
    }

    [Test]
    public void Functions_of_the_framework_mean_those_of_the_algorithms()
    {
        using var comparison = new SimdComparison(((Action<Index1D, TestData>)FrameworkKernels.OfFramework).Method, ((Action<Index1D, TestData>)FrameworkKernels.OfAlgorithms).Method);
        comparison.Check();
    }
}
