using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Tests.Simd;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>On an OpenCL device, kernels give the bytes of their C# methods in a plain loop, for index spaces of every shape.</summary>
public class OpenClKernelTests
{
    private static readonly Type[] Homes =
        [typeof(OperatorKernels), typeof(ControlKernels), typeof(MemoryKernels), typeof(FunctionKernels), typeof(GotoKernels)];

    private readonly SimdFixture _simd = new(1);
    private OpenClFixture? _opencl;

    [OneTimeSetUp]
    public void Open() => _opencl = OpenClFixture.Open();

    [OneTimeTearDown]
    public void Close()
    {
        _opencl?.Dispose();
        _simd.Dispose();
    }

    [TestCaseSource(nameof(Kernels))]
    public void A_kernel_gives_the_bytes_of_its_method(MethodInfo method)
    {
        foreach (var dimensions in DimensionsOf(method.GetParameters()[0].ParameterType))
        {
            var expected = Expected(method, dimensions);
            using var buffers = new TestBuffers(_opencl!.Accelerator);
            DeviceLaunch.Run(_opencl.Accelerator, KernelEntry.OfIndex(method), dimensions, buffers.Data);
            buffers.Results().AssertIsSame(expected, $"{dimensions}");
        }
    }

    private static IEnumerable<TestCaseData> Kernels() =>
        from home in Homes
        from method in home.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        where method.GetParameters() is [_, { ParameterType: var type }] && type == typeof(TestData)
        select new TestCaseData(method).SetName($"{home.Name}_{method.Name}_on_OpenCL");

    private static LaunchDimensions[] DimensionsOf(Type index) =>
        index == typeof(Index1D) ? [LaunchDimensions.Of(new Index1D(1)), LaunchDimensions.Of(new Index1D(48))]
        : index == typeof(Index2D) ? [LaunchDimensions.Of(new Index2D(5, 3)), LaunchDimensions.Of(new Index2D(33, 3))]
        : [LaunchDimensions.Of(new Index3D(3, 2, 2)), LaunchDimensions.Of(new Index3D(17, 2, 2))];

    private TestResults Expected(MethodInfo method, LaunchDimensions dimensions)
    {
        using var buffers = new TestBuffers(_simd.Accelerator);
        PlainLoop.Run(method, dimensions, buffers.Data);
        return buffers.Results();
    }
}
