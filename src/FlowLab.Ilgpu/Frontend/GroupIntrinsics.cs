using System.Reflection;
using ILGPU.IR;

namespace ILGPU.Frontend;

/// <summary>Places in grid, group and warp, barriers, fences and shuffles. What is made of them in C# is inlined.</summary>
internal static class GroupIntrinsics
{
    private static readonly Dictionary<(Type Home, string Name), Intrinsic> Table = new()
    {
        [(typeof(Grid), "get_IdxX")] = Place(IRParameterKind.GridIndexX),
        [(typeof(Grid), "get_IdxY")] = Place(IRParameterKind.GridIndexY),
        [(typeof(Grid), "get_IdxZ")] = Place(IRParameterKind.GridIndexZ),
        [(typeof(Grid), "get_DimX")] = Place(IRParameterKind.GridDimX),
        [(typeof(Grid), "get_DimY")] = Place(IRParameterKind.GridDimY),
        [(typeof(Grid), "get_DimZ")] = Place(IRParameterKind.GridDimZ),
        [(typeof(Group), "get_IdxX")] = Place(IRParameterKind.GroupIndexX),
        [(typeof(Group), "get_IdxY")] = Place(IRParameterKind.GroupIndexY),
        [(typeof(Group), "get_IdxZ")] = Place(IRParameterKind.GroupIndexZ),
        [(typeof(Group), "get_DimX")] = Place(IRParameterKind.GroupDimX),
        [(typeof(Group), "get_DimY")] = Place(IRParameterKind.GroupDimY),
        [(typeof(Group), "get_DimZ")] = Place(IRParameterKind.GroupDimZ),
        [(typeof(Warp), "get_LaneIdx")] = Place(IRParameterKind.LaneIndex),
        [(typeof(Warp), "get_WarpSize")] = Place(IRParameterKind.WarpSize),
        [(typeof(Group), nameof(Group.Barrier))] = Effect(IROpcode.Barrier, IRScope.Group),
        [(typeof(Warp), nameof(Warp.Barrier))] = Effect(IROpcode.Barrier, IRScope.Warp),
        [(typeof(MemoryFence), nameof(MemoryFence.GroupLevel))] = Effect(IROpcode.Fence, IRScope.Group),
        [(typeof(MemoryFence), nameof(MemoryFence.DeviceLevel))] = Effect(IROpcode.Fence, IRScope.Device),
        [(typeof(MemoryFence), nameof(MemoryFence.SystemLevel))] = Effect(IROpcode.Fence, IRScope.System),
        [(typeof(Warp), nameof(Warp.Shuffle))] = Shuffle(ShuffleKind.Index),
        [(typeof(Warp), nameof(Warp.ShuffleDown))] = Shuffle(ShuffleKind.Down),
        [(typeof(Warp), nameof(Warp.ShuffleUp))] = Shuffle(ShuffleKind.Up),
        [(typeof(Warp), nameof(Warp.ShuffleXor))] = Shuffle(ShuffleKind.Xor),
    };

    internal static Intrinsic? Find(MethodInfo method) => Table.GetValueOrDefault((method.DeclaringType!, method.Name));

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
