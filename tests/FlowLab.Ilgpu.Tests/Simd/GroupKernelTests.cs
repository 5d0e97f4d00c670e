using System.Reflection;
using ILGPU.Backends.Cpu;
using ILGPU.IR;
using ILGPU.Passes;
using ILGPU.Runtime;

namespace ILGPU.Tests.Simd;

/// <summary>Groups on vectors of every width give what their threads give one by one, for group shapes of all kinds.</summary>
public class GroupKernelTests
{
    private const int DynamicSharedSize = 52;

    private static readonly VectorTable[] Widths = [VectorTable.Of128, VectorTable.Of256, VectorTable.Of512];

    private static readonly Index3D[] Shapes =
    [
        new(1, 1, 1), new(4, 1, 1), new(7, 1, 1), new(16, 1, 1), new(32, 1, 1), new(45, 1, 1), new(8, 4, 1), new(16, 3, 1), new(5, 6, 1),
        new(3, 3, 3), new(4, 2, 4), new(2, 1, 9),
    ];

    private static readonly int[] Extents = [1, 3, 8, 17, 33, 48];

    private static IEnumerable<TestCaseData> Kernels(Type home) =>
        home.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Where(method => method.GetParameters() is [.., { ParameterType: var type }] && type == typeof(TestData))
            .Select(method => new TestCaseData(method).SetName($"{home.Name}_{method.Name}"));

    [TestCaseSource(nameof(Kernels), [typeof(GroupKernels)])]
    public void A_group_means_the_same_on_vectors(MethodInfo method)
    {
        var entry = KernelEntry.OfGroups(method);
        foreach (var vectors in Widths)
        {
            var kernel = new SimdKernel<ValueTuple<TestData>>(entry, vectors, groupSize: 0);
            foreach (var shape in Shapes)
            {
                var grid = new Index3D(48 / shape.Size, 1, 1);
                var dimensions = LaunchDimensions.Of(new KernelConfig(grid, shape, SharedMemoryConfig.RequestDynamic<byte>(DynamicSharedSize)));
                Check(entry, kernel, dimensions, interpreter => interpreter.RunGroups(grid, shape, vectors.Lanes, DynamicSharedSize), $"{vectors.Lanes} lanes, groups of {shape}");
            }
        }
    }

    [TestCaseSource(nameof(Kernels), [typeof(IndexedGroupKernels)])]
    public void An_index_space_in_groups_means_the_same_on_vectors(MethodInfo method)
    {
        foreach (var (vectors, size) in Widths.SelectMany(vectors => (int[])[1, 5, 16, 24], (vectors, size) => (vectors, size)))
        {
            var entry = KernelEntry.OfIndex(method) with { GroupSize = size };
            var kernel = new SimdKernel<ValueTuple<TestData>>(entry, vectors, size);
            foreach (var x in Extents)
            {
                var dimensions = DimensionsOf(entry.IndexType!, x);
                Check(
                    entry,
                    kernel,
                    dimensions,
                    interpreter => interpreter.RunAll(x, (int)dimensions.Y, (int)dimensions.Z, size, vectors.Lanes),
                    $"{vectors.Lanes} lanes, groups of {size}, extent {x}");
            }
        }
    }

    [Test]
    public void Threads_that_miss_a_barrier_are_refused([Values(4, 8, 16)] int lanes)
    {
        using var cpu = new CpuFixture(1);
        using var buffers = new TestBuffers(cpu.Accelerator);
        var arguments = ValueTuple.Create(buffers.Data);
        var kernel = new SimdKernel<ValueTuple<TestData>>(KernelEntry.OfGroups(((Action<TestData>)MissesBarrier).Method), VectorTable.OfLanes(lanes)!, groupSize: 0);
        foreach (var (missing, text) in ((int, string)[])[(3, "of the threads of one warp"), (lanes, "1 of 2 warps wait at a barrier")])
        {
            var dimensions = LaunchDimensions.Of(new KernelConfig(1, 2 * lanes));
            buffers.Data.OutN[0] = missing;
            Assert.That(
                () => kernel.VariantFor(in arguments, in dimensions).Run(in arguments, in dimensions, 0, 1),
                Throws.InvalidOperationException.With.Message.StartsWith("FLK202: all threads of a group").And.Message.Contains(text));
        }
    }

    private static LaunchDimensions DimensionsOf(Type index, int x) => index switch
    {
        _ when index == typeof(Index1D) => LaunchDimensions.Of((Index1D)x),
        _ when index == typeof(LongIndex1D) => LaunchDimensions.Of((LongIndex1D)x),
        _ when index == typeof(Index2D) => LaunchDimensions.Of(new Index2D(x, 3)),
        _ => LaunchDimensions.Of(new Index3D(x, 2, 2)),
    };

    private static void Check(
        KernelEntry entry, SimdKernel<ValueTuple<TestData>> kernel, LaunchDimensions dimensions, Action<IRInterpreter> interpret, string what)
    {
        using var cpu = new CpuFixture(1);
        using var expected = new TestBuffers(cpu.Accelerator);
        interpret(new(KernelCompiler.Compile(entry), expected.Data));
        using var actual = new TestBuffers(cpu.Accelerator);
        var arguments = ValueTuple.Create(actual.Data);
        var variant = kernel.VariantFor(in arguments, in dimensions);
        var total = variant.CountOf(in dimensions);
        for (long from = 0; from < total; from += 2)
            variant.Run(in arguments, in dimensions, from, Math.Min(from + 2, total));
        actual.Results().AssertIsSame(expected.Results(), $"{entry.Method.Name}, {what}");
    }

    private static void MissesBarrier(TestData d)
    {
        if (Group.IdxX < d.OutN[0])
            return;
        Group.Barrier();
        d.OutF[Group.IdxX] = 1;
    }
}
