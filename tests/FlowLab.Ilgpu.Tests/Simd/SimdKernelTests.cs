using System.Reflection;

namespace ILGPU.Tests.Simd;

/// <summary>On vectors, kernels give the bytes of their C# methods in a plain loop, for all widths and extents.</summary>
public class SimdKernelTests
{
    private static readonly Type[] Homes =
        [typeof(OperatorKernels), typeof(ControlKernels), typeof(MemoryKernels), typeof(FunctionKernels)];

    private static IEnumerable<TestCaseData> Kernels() =>
        from home in Homes
        from method in home.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        where method.GetParameters() is [_, { ParameterType: var type }] && type == typeof(TestData)
        select new TestCaseData(method).SetName($"{home.Name}_{method.Name}");

    [TestCaseSource(nameof(Kernels))]
    public void A_kernel_gives_the_bytes_of_its_method(MethodInfo method)
    {
        using var comparison = new SimdComparison();
        var index = method.GetParameters()[0].ParameterType;
        if (index == typeof(Index1D))
            comparison.Check(method.CreateDelegate<Action<Index1D, TestData>>());
        else if (index == typeof(Index2D))
            comparison.Check(method.CreateDelegate<Action<Index2D, TestData>>());
        else
            comparison.Check(method.CreateDelegate<Action<Index3D, TestData>>());
    }

    [Test]
    public void What_the_backend_does_not_do_says_so()
    {
        Assert.That(SimdComparison.RefusalOf(LimitKernels.DoublesPerLane), Does.Contain("64-bit"));
        Assert.That(SimdComparison.RefusalOf(LimitKernels.LongPerLane), Does.Contain("64-bit"));
    }
}
