using System.Reflection;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Tests.Simd;

namespace ILGPU.Tests.Cuda;

/// <summary>As PTX, kernels give the bytes of their C# methods in a plain loop.</summary>
public class PtxKernelTests
{
    private static readonly Type[] Homes =
        [typeof(OperatorKernels), typeof(ControlKernels), typeof(MemoryKernels), typeof(FunctionKernels), typeof(GotoKernels)];

    /// <summary>Which operand of XMath.Min wins when one is NaN is left to the device.</summary>
    private static readonly string[] Others = [nameof(FunctionKernels.MinMax)];

    private static readonly int[] Extents = [1, 5, 33, 48];

    private static IEnumerable<TestCaseData> Kernels() =>
        from home in Homes
        from method in home.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        where method.GetParameters() is [_, { ParameterType: var type }] && type == typeof(TestData) && !Others.Contains(method.Name)
        select new TestCaseData(method).SetName($"Ptx_{home.Name}_{method.Name}");

    [TestCaseSource(nameof(Kernels))]
    public void A_kernel_gives_the_bytes_of_its_method(MethodInfo method)
    {
        using var cpu = new CpuFixture(1);
        foreach (var extent in Extents)
        {
            var dimensions = method.GetParameters()[0].ParameterType.Name switch
            {
                nameof(Index1D) => LaunchDimensions.Of((Index1D)extent),
                nameof(Index2D) => LaunchDimensions.Of(new Index2D(extent, 3)),
                _ => LaunchDimensions.Of(new Index3D(extent, 2, 2)),
            };
            Check(cpu.Accelerator, method, dimensions);
        }
    }

    private static void Check(Accelerator accelerator, MethodInfo method, LaunchDimensions dimensions)
    {
        using var expected = new TestBuffers(accelerator);
        var arguments = ValueTuple.Create(expected.Data);
        RangeBodyEmitter.Emit<ValueTuple<TestData>>(KernelEntry.OfIndex(method))(in arguments, in dimensions, 0, dimensions.Count);
        using var actual = new TestBuffers(accelerator);
        var runner = new PtxRunner(KernelEntry.OfIndex(method), actual.Data);
        runner.Run(dimensions, groupSize: 32);
        actual.Results().AssertIsSame(expected.Results(), runner.Source.Text);
    }
}
