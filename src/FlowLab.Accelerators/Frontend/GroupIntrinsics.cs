using System.Reflection;
using FlowLab.Accelerators.IR;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Places in grid, group and warp, barriers, fences and shuffles. What is made of them in C# is inlined.</summary>
internal static class GroupIntrinsics
{
    private static readonly Intrinsic GroupBarrier = Effect(IROpcode.Barrier, IRScope.Group);

    private static readonly Dictionary<MethodName, Intrinsic> Table = new()
    {
        [new(typeof(Grid), "get_IdxX")] = Place(IRParameterKind.GridIndexX),
        [new(typeof(Grid), "get_IdxY")] = Place(IRParameterKind.GridIndexY),
        [new(typeof(Grid), "get_IdxZ")] = Place(IRParameterKind.GridIndexZ),
        [new(typeof(Grid), "get_DimX")] = Place(IRParameterKind.GridDimX),
        [new(typeof(Grid), "get_DimY")] = Place(IRParameterKind.GridDimY),
        [new(typeof(Grid), "get_DimZ")] = Place(IRParameterKind.GridDimZ),
        [new(typeof(Group), "get_IdxX")] = Place(IRParameterKind.GroupIndexX),
        [new(typeof(Group), "get_IdxY")] = Place(IRParameterKind.GroupIndexY),
        [new(typeof(Group), "get_IdxZ")] = Place(IRParameterKind.GroupIndexZ),
        [new(typeof(Group), "get_DimX")] = Place(IRParameterKind.GroupDimX),
        [new(typeof(Group), "get_DimY")] = Place(IRParameterKind.GroupDimY),
        [new(typeof(Group), "get_DimZ")] = Place(IRParameterKind.GroupDimZ),
        [new(typeof(Warp), "get_LaneIdx")] = Place(IRParameterKind.LaneIndex),
        [new(typeof(Warp), "get_WarpSize")] = Place(IRParameterKind.WarpSize),
        [new(typeof(Group), nameof(Group.Barrier))] = GroupBarrier,
        [new(typeof(Warp), nameof(Warp.Barrier))] = Effect(IROpcode.Barrier, IRScope.Warp),
        [new(typeof(Group), nameof(Group.BarrierPopCount))] = Body,
        [new(typeof(Group), nameof(Group.BarrierAnd))] = Body,
        [new(typeof(Group), nameof(Group.BarrierOr))] = Body,
        [new(typeof(Group), nameof(Group.Broadcast))] = Body,
        [new(typeof(GroupExtensions), nameof(GroupExtensions.Reduce))] = Guarded,
        [new(typeof(GroupExtensions), nameof(GroupExtensions.AllReduce))] = Guarded,
        [new(typeof(GroupExtensions), nameof(GroupExtensions.ExclusiveScan))] = Guarded,
        [new(typeof(GroupExtensions), nameof(GroupExtensions.InclusiveScan))] = Guarded,
        [new(typeof(GroupExtensions), nameof(GroupExtensions.ExclusiveScanWithBoundaries))] = Guarded,
        [new(typeof(GroupExtensions), nameof(GroupExtensions.InclusiveScanWithBoundaries))] = Guarded,
        [new(typeof(MemoryFence), nameof(MemoryFence.GroupLevel))] = Effect(IROpcode.Fence, IRScope.Group),
        [new(typeof(MemoryFence), nameof(MemoryFence.DeviceLevel))] = Effect(IROpcode.Fence, IRScope.Device),
        [new(typeof(MemoryFence), nameof(MemoryFence.SystemLevel))] = Effect(IROpcode.Fence, IRScope.System),
        [new(typeof(Warp), nameof(Warp.Shuffle))] = Shuffle(ShuffleKind.Index),
        [new(typeof(Warp), nameof(Warp.Broadcast))] = Shuffle(ShuffleKind.Index),
        [new(typeof(Warp), nameof(Warp.ShuffleDown))] = Shuffle(ShuffleKind.Down),
        [new(typeof(Warp), nameof(Warp.ShuffleUp))] = Shuffle(ShuffleKind.Up),
        [new(typeof(Warp), nameof(Warp.ShuffleXor))] = Shuffle(ShuffleKind.Xor),
    };

    internal static Intrinsic? Find(MethodInfo method) => Table.GetValueOrDefault(new(method.DeclaringType!, method.Name));

    private static KernelValue? Body(MethodFrame frame, MethodInfo method, KernelValue[] arguments) => frame.Inline(GroupBodies.Of(method), arguments);

    /// <summary>
    /// The bodies of ILGPU's algorithms end with reads of shared memory that the next call writes first: in a loop, threads that are ahead
    /// would overwrite what others have yet to read.
    /// </summary>
    private static KernelValue? Guarded(MethodFrame frame, MethodInfo method, KernelValue[] arguments)
    {
        var result = frame.Inline(method, arguments);
        _ = GroupBarrier(frame, method, []);
        return result;
    }

    private static Intrinsic Place(IRParameterKind kind) => (frame, _, _) => new(frame.Kernel.Place(kind));

    private static Intrinsic Effect(IROpcode opcode, IRScope scope) => (frame, _, _) =>
    {
        frame.Ssa.Emit(new IRValue(opcode, IRType.Void) { Scope = scope, Location = frame.Compilation.Location });
        return null;
    };

    /// <summary>A struct is shuffled scalar by scalar.</summary>
    private static Intrinsic Shuffle(ShuffleKind kind) => (frame, method, arguments) =>
    {
        var width = arguments.Length > 2 ? arguments[2].Scalar : frame.Kernel.Place(IRParameterKind.WarpSize);
        return new(method.ReturnType, [.. arguments[0].Leaves.Select(leaf => ShuffleScalar(frame, kind, leaf, arguments[1].Scalar, width))]);
    };

    private static IRValue ShuffleScalar(MethodFrame frame, ShuffleKind kind, IRValue value, IRValue selector, IRValue width)
    {
        var number = frame.AsInteger(value);
        var shuffled = frame.Ssa.Emit(new IRValue(IROpcode.Shuffle, number.Type, number, selector, width)
        {
            Shuffle = kind, Location = frame.Compilation.Location,
        });
        return value.Type == IRType.Bool ? frame.AsBool(shuffled) : shuffled;
    }
}
