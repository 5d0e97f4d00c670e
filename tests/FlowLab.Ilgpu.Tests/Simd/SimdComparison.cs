using System.Reflection;
using ILGPU.Backends.Cpu;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU.Tests.Simd;

/// <summary>Runs a kernel on vectors of every width and as a plain loop over its C# method, on the same data, and compares all bytes.</summary>
internal sealed class SimdComparison : IDisposable
{
    internal const int Length = 160;

    private static readonly VectorTable[] Widths = [VectorTable.Of128, VectorTable.Of256, VectorTable.Of512];
    private static readonly int[] Extents = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 24, 31, 33, 48];

    private readonly CpuFixture _cpu = new(1);
    private readonly Dictionary<VectorTable, SimdKernel<ValueTuple<TestData>>> _kernels = [];
    private readonly MethodInfo _method;
    private readonly MethodInfo _meaning;

    /// <param name="method">A kernel of an index and the test data.</param>
    /// <param name="meaning">The method to run in a loop; the kernel itself where it is left out.</param>
    internal SimdComparison(MethodInfo method, MethodInfo? meaning = null) => (_method, _meaning) = (method, meaning ?? method);

    public void Dispose() => _cpu.Dispose();

    internal void Check()
    {
        var index = _method.GetParameters()[0].ParameterType;
        foreach (var extent in Extents)
        {
            Check(index switch
            {
                _ when index == typeof(Index1D) => LaunchDimensions.Of((Index1D)extent),
                _ when index == typeof(LongIndex1D) => LaunchDimensions.Of((LongIndex1D)extent),
                _ when index == typeof(Index2D) => LaunchDimensions.Of(new Index2D(extent, 3)),
                _ => LaunchDimensions.Of(new Index3D(extent, 2, 2)),
            });
        }
    }

    private void Check(LaunchDimensions dimensions)
    {
        var expected = RunNative(dimensions);
        foreach (var vectors in Widths)
            RunSimd(dimensions, vectors).AssertIsSame(expected, $"{_method.Name}, extent {dimensions.X}, {vectors.Lanes} lanes");
    }

    private TestResults RunNative(LaunchDimensions dimensions)
    {
        using var buffers = new TestBuffers(_cpu.Accelerator);
        var body = RangeBodyEmitter.Emit<ValueTuple<TestData>>(KernelEntry.OfIndex(_meaning));
        var arguments = ValueTuple.Create(buffers.Data);
        body(in arguments, in dimensions, 0, dimensions.Count);
        return buffers.Results();
    }

    private TestResults RunSimd(LaunchDimensions dimensions, VectorTable vectors)
    {
        using var buffers = new TestBuffers(_cpu.Accelerator);
        if (!_kernels.TryGetValue(vectors, out var kernel))
            _kernels[vectors] = kernel = new(KernelEntry.OfIndex(_method), vectors, groupSize: 0);
        var arguments = ValueTuple.Create(buffers.Data);
        var variant = kernel.VariantFor(in arguments, in dimensions);
        var total = variant.CountOf(in dimensions);
        for (long from = 0; from < total; from += 2)
            variant.Run(in arguments, in dimensions, from, Math.Min(from + 2, total));
        return buffers.Results();
    }
}
