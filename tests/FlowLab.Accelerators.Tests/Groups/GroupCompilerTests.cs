using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;

namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>What the compiler makes of kernels that know their group.</summary>
public class GroupCompilerTests
{
    [Test]
    public void The_dump_of_a_kernel_with_everything() => Assert.That(Compile<ArrayView<int>>(Everything).ToString().ReplaceLineEndings("\n"), Is.EqualTo(
        """
        kernel GroupCompilerTests.Everything(result.ptr: ptr, @DynamicSharedSize: i64, @GroupIndexX: i32, @WarpSize: i32)
          shared0: Shared 32 bytes, aligned to 16
          shared1: DynamicShared 0 bytes, aligned to 16
          local2: Local 8 bytes, aligned to 16
        b0:
          v4: i64 = div @DynamicSharedSize, 4L
          v5: ptr = element local2, @GroupIndexX * 4
          store v5, @GroupIndexX
          v7: ptr = element shared0, @GroupIndexX * 4
          v8: i32 = load local2
          store v7, v8
          barrier.Group
          v11: i32 = load shared0
          v12: i32 = shuffle.Xor v11, 1, @WarpSize
          v13: i32 = trunc v4
          v14: i32 = load shared1
          v15: i32 = add v13, v14
          v16: i32 = add v12, v15
          fence.Device
          v18: i32 = atomic.Add result.ptr, v16
          return

        """.ReplaceLineEndings("\n")));

    [Test]
    public void Memory_that_nothing_uses_is_forgotten()
    {
        var kernel = Compile<ArrayView<int>>(Wasteful);
        Assert.That(kernel.Allocations, Is.Empty);
        Assert.That(kernel.UsesGroups, "it is launched in groups all the same");
        Assert.That(kernel.Parameters.Select(parameter => parameter.Name), Is.EqualTo(new[] { "result.ptr", "@GroupIndexX" }));
    }

    [Test]
    public void Lanes_differ_in_their_places_and_in_what_they_exchange()
    {
        var kernel = Compile<ArrayView<int>>(Places);
        var analysis = new UniformityAnalysis(kernel);
        Uniformity Of(IRParameterKind kind) => analysis.Of(kernel.Parameters.Single(parameter => parameter.Kind == kind).Value);
        Assert.That(Of(IRParameterKind.LaneIndex), Is.EqualTo(Uniformity.Affine(1)));
        Assert.That(Of(IRParameterKind.GroupIndexX), Is.EqualTo(Uniformity.Varying));
        Assert.That(Of(IRParameterKind.GridIndexX), Is.EqualTo(Uniformity.Uniform));
        Assert.That(kernel.Values.Where(value => value.Opcode is IROpcode.Shuffle or IROpcode.Atomic).Select(analysis.Of), Is.EqualTo(Enumerable.Repeat(Uniformity.Varying, 2)));
        Assert.That(analysis.Of(kernel.Allocations.Single(allocation => allocation.Kind == IRAllocationKind.Local).Value), Is.EqualTo(Uniformity.Varying));
        Assert.That(analysis.Of(kernel.Allocations.Single(allocation => allocation.Kind == IRAllocationKind.Shared).Value), Is.EqualTo(Uniformity.Uniform));
    }

    [Test]
    public void Arguments_of_kernels_with_and_without_index_count_alike()
    {
        var grouped = Compile<ArrayView<int>>(Everything);
        var indexed = KernelCompiler.Compile(KernelEntry.OfIndex(((Action<Index1D, ArrayView<int>>)Indexed).Method));
        Assert.That(grouped.Parameters.Single(parameter => parameter.IsArgument).Argument, Is.EqualTo(1));
        Assert.That(indexed.Parameters.Single(parameter => parameter.IsArgument).Argument, Is.EqualTo(1));
        Assert.That((grouped.IsGrouped, indexed.IsGrouped, indexed.UsesGroups), Is.EqualTo((true, false, false)));
    }

    private static IRKernel Compile<T>(Action<T> kernel) => KernelCompiler.Compile(KernelEntry.OfGroups(kernel.Method));

    private static void Everything(ArrayView<int> result)
    {
        var (shared, own) = (SharedMemory.Allocate<int>(8), SharedMemory.GetDynamic<int>());
        var local = LocalMemory.Allocate<int>(2);
        local[Group.IdxX] = Group.IdxX;
        shared[Group.IdxX] = local[0];
        Group.Barrier();
        var sum = Warp.ShuffleXor(shared[0], 1) + (own.IntLength + own[0]);
        MemoryFence.DeviceLevel();
        Atomic.Add(ref result[0], sum);
    }

    private static void Wasteful(ArrayView<int> result)
    {
        var shared = SharedMemory.Allocate<int>(1000);
        var local = LocalMemory.Allocate<int>(1000);
        result[Group.IdxX] = shared.IntLength - local.IntLength;
    }

    private static void Places(ArrayView<int> result)
    {
        var (shared, local) = (SharedMemory.Allocate<int>(8), LocalMemory.Allocate<int>(8));
        local[Warp.LaneIdx] = Warp.Shuffle(Group.IdxX, 0);
        shared[Grid.IdxX] = Atomic.Add(ref result[0], local[1]);
        result[1] = shared[2];
    }

    private static void Indexed(Index1D index, ArrayView<int> result) => result[index] = 1;
}
