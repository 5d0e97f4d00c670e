using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Tests.Kernels;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Groups on vectors of every width give what their threads give one by one, for group shapes of all kinds.</summary>
public class GroupKernelTests
{
    private const int DynamicSharedSize = 52;

    private static readonly Index3D[] Shapes =
    [
        new(1, 1, 1), new(4, 1, 1), new(7, 1, 1), new(16, 1, 1), new(32, 1, 1), new(45, 1, 1), new(8, 4, 1), new(16, 3, 1), new(5, 6, 1),
        new(3, 3, 3), new(4, 2, 4), new(2, 1, 9),
    ];

    private static readonly int[] Extents = [1, 3, 8, 17, 33, 48];

    private readonly SimdWidths _widths = new();
    private readonly SimdWidths _oneThread = new(1);

    [OneTimeTearDown]
    public void TearDown()
    {
        _widths.Dispose();
        _oneThread.Dispose();
    }

    private static IEnumerable<TestCaseData> Kernels(Type home) =>
        home.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Where(method => method.GetParameters() is [.., { ParameterType: var type }] && type == typeof(TestData))
            .Select(method => new TestCaseData(method).SetName($"{home.Name}_{method.Name}"));

    [TestCaseSource(nameof(Kernels), [typeof(GroupKernels)])]
    public void A_group_means_the_same_on_vectors(MethodInfo method)
    {
        var compiled = KernelCompiler.Compile(KernelEntry.OfGroups(method));
        foreach (var simd in _widths.All)
        {
            var kernel = simd.LoadKernel(method);
            foreach (var shape in Shapes)
            {
                var grid = new Index3D(48 / shape.Size, 1, 1);
                var config = new KernelConfig(grid, shape, SharedMemoryConfig.RequestDynamic<byte>(DynamicSharedSize));
                Check(kernel, config, compiled, interpreter => interpreter.RunGroups(grid, shape, simd.WarpSize, DynamicSharedSize), $"{simd}, groups of {shape}");
            }
        }
    }

    [TestCaseSource(nameof(Kernels), [typeof(IndexedGroupKernels)])]
    public void An_index_space_in_groups_means_the_same_on_vectors(MethodInfo method)
    {
        var index = method.GetParameters()[0].ParameterType;
        foreach (var (simd, size) in WidthsFor(method).All.SelectMany(simd => (int[])[1, 5, 16, 24], (simd, size) => (simd, size)))
        {
            var kernel = simd.LoadImplicitlyGroupedKernel(method, size);
            var compiled = KernelCompiler.Compile(KernelEntry.OfIndex(method) with { GroupSize = size });
            foreach (var x in Extents)
            {
                var dimensions = SimdWidths.DimensionsOf(index, x);
                Check(
                    kernel,
                    dimensions.ToArgument(index),
                    compiled,
                    interpreter => interpreter.RunAll(x, (int)dimensions.Y, (int)dimensions.Z, size, simd.WarpSize),
                    $"{simd}, groups of {size}, extent {x}");
            }
        }
    }

    [Test]
    public void Threads_that_miss_a_barrier_are_refused()
    {
        foreach (var simd in _widths.All)
        {
            using var buffers = new TestBuffers(simd);
            var kernel = simd.LoadStreamKernel<TestData>(MissesBarrier);
            foreach (var (missing, text) in ((int, string)[])[(3, "of the threads of one warp"), (simd.WarpSize, "1 of 2 warps wait at a barrier")])
            {
                buffers.Data.OutN.SubView(0, 1).CopyFromCPU([missing]);
                Assert.That(
                    () => kernel(new KernelConfig(1, 2 * simd.WarpSize), buffers.Data),
                    Throws.InvalidOperationException.With.Message.StartsWith("FLK202: all threads of a group").And.Message.Contains(text));
            }
        }
    }

    private SimdWidths WidthsFor(MethodInfo method) => OneThreadAttribute.Marks(method) ? _oneThread : _widths;

    private static void Check(Kernel kernel, object dimensions, IRKernel compiled, Action<IRInterpreter> interpret, string what)
    {
        using var expected = new TestBuffers(kernel.Accelerator);
        interpret(new(compiled, expected.Data));
        using var actual = new TestBuffers(kernel.Accelerator);
        kernel.Launcher!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [kernel, kernel.Accelerator.DefaultStream, dimensions, actual.Data], null);
        actual.Results().AssertIsSame(expected.Results(), $"{compiled.Method.Name}, {what}");
    }

    private static void MissesBarrier(TestData d)
    {
        if (Group.IdxX < d.OutN[0])
            return;
        Group.Barrier();
        d.OutF[Group.IdxX] = 1;
    }
}
