using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Tests.Kernels;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Runs a kernel on vectors of every width and as a plain loop over its C# method, on the same data, and compares all bytes.</summary>
internal sealed class SimdComparison : IDisposable
{
    internal const int Length = 160;

    private static readonly int[] Extents = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 24, 31, 33, 48];

    private readonly SimdWidths _widths;
    private readonly MethodInfo _method;
    private readonly MethodInfo _meaning;

    /// <param name="method">A kernel of an index and the test data.</param>
    /// <param name="meaning">The method to run in a loop; the kernel itself where it is left out.</param>
    internal SimdComparison(MethodInfo method, MethodInfo? meaning = null) =>
        (_method, _meaning, _widths) = (method, meaning ?? method, OneThreadAttribute.Marks(method) ? new(1) : new());

    public void Dispose() => _widths.Dispose();

    internal void Check()
    {
        var kernels = _widths.All.Select(simd => simd.LoadAutoGroupedKernel(_method)).ToList();
        var index = _method.GetParameters()[0].ParameterType;
        foreach (var extent in Extents)
        {
            var dimensions = SimdWidths.DimensionsOf(index, extent);
            var expected = RunNative(dimensions);
            foreach (var kernel in kernels)
                Run(kernel, dimensions).AssertIsSame(expected, $"{_method.Name}, extent {extent}, {kernel.Accelerator}");
        }
    }

    private TestResults RunNative(LaunchDimensions dimensions)
    {
        using var buffers = new TestBuffers(_widths.All[0]);
        PlainLoop.Run(_meaning, dimensions, buffers.Data);
        return buffers.Results();
    }

    private static TestResults Run(Kernel kernel, LaunchDimensions dimensions)
    {
        using var buffers = new TestBuffers(kernel.Accelerator);
        kernel.Launcher!.Invoke(null, [kernel, kernel.Accelerator.DefaultStream, dimensions.ToArgument(kernel.Launcher.GetParameters()[2].ParameterType), buffers.Data]);
        return buffers.Results();
    }
}
