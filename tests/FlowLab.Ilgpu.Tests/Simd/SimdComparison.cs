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

    public void Dispose() => _cpu.Dispose();

    /// <summary>Index1D kernels of inputs and outputs.</summary>
    internal void Check(Action<Index1D, TestData> kernel)
    {
        foreach (var extent in Extents)
            Check(kernel.Method, (Index1D)extent);
    }

    internal void Check(Action<Index2D, TestData> kernel)
    {
        foreach (var extent in Extents)
            Check(kernel.Method, new Index2D(extent, 3));
    }

    internal void Check(Action<Index3D, TestData> kernel)
    {
        foreach (var extent in Extents)
            Check(kernel.Method, new Index3D(extent, 2, 2));
    }

    /// <summary>Why a kernel does not run on vectors.</summary>
    internal static string? RefusalOf(Action<Index1D, TestData> kernel)
    {
        var simd = new SimdKernel<ValueTuple<TestData>>(KernelEntry.OfIndex(kernel.Method), VectorTable.Of256);
        return simd.VariantFor(default) is null ? simd.Refusal : null;
    }

    private void Check<TIndex>(MethodInfo method, TIndex extent)
        where TIndex : struct, IIndex
    {
        var expected = RunNative(method, extent);
        foreach (var vectors in Widths)
        {
            var actual = RunSimd(method, extent, vectors);
            AssertSame(actual.Floats, expected.Floats, $"{method.Name}, extent {extent}, {vectors.Lanes} lanes");
            Assert.That(actual.Ints, Is.EqualTo(expected.Ints), $"{method.Name}, extent {extent}, {vectors.Lanes} lanes");
            Assert.That(actual.Bytes, Is.EqualTo(expected.Bytes), $"{method.Name}, extent {extent}, {vectors.Lanes} lanes");
        }
    }

    private (float[] Floats, int[] Ints, byte[] Bytes) RunNative<TIndex>(MethodInfo method, TIndex extent)
        where TIndex : struct, IIndex
    {
        using var buffers = new TestBuffers(_cpu.Accelerator);
        var body = RangeBodyEmitter.Emit<ValueTuple<TestData>>(method);
        var arguments = ValueTuple.Create(buffers.Data);
        var dimensions = LaunchDimensions.Of(extent);
        body(in arguments, in dimensions, 0, dimensions.Count);
        return buffers.Results();
    }

    private (float[] Floats, int[] Ints, byte[] Bytes) RunSimd<TIndex>(MethodInfo method, TIndex extent, VectorTable vectors)
        where TIndex : struct, IIndex
    {
        using var buffers = new TestBuffers(_cpu.Accelerator);
        var kernel = Compiled(method, vectors);
        var arguments = ValueTuple.Create(buffers.Data);
        var variant = kernel.VariantFor(in arguments);
        Assert.That(variant, Is.Not.Null, $"{method.Name}: {kernel.Refusal}");
        var dimensions = LaunchDimensions.Of(extent);
        var total = SimdRows.CountOf(in dimensions, vectors.Lanes);
        for (long from = 0; from < total; from += 2)
            SimdRows.Run(variant!, in arguments, in dimensions, from, Math.Min(from + 2, total));
        return buffers.Results();
    }

    private readonly Dictionary<(MethodInfo, VectorTable), SimdKernel<ValueTuple<TestData>>> _kernels = [];

    private SimdKernel<ValueTuple<TestData>> Compiled(MethodInfo method, VectorTable vectors)
    {
        if (!_kernels.TryGetValue((method, vectors), out var kernel))
            _kernels[(method, vectors)] = kernel = new(KernelEntry.OfIndex(method), vectors);
        return kernel;
    }

    private static void AssertSame(float[] actual, float[] expected, string what)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            var same = BitConverter.SingleToInt32Bits(actual[i]) == BitConverter.SingleToInt32Bits(expected[i])
                || (float.IsNaN(actual[i]) && float.IsNaN(expected[i]));
            Assert.That(same, $"{what}: float {i} is {actual[i]:R}, expected {expected[i]:R}");
        }
    }
}
