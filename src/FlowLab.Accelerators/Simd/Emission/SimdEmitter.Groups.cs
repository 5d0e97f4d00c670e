using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>The method for groups, a <see cref="GroupBody"/>: it runs warps from start to end, or one warp from barrier to barrier.</summary>
internal sealed partial class SimdEmitter
{
    private Label[] _points = [];
    private LocalBuilder? _startBits;
    private FrameLiveness? _liveness;
    private long _frameSize;

    private void EmitGroupBody()
    {
        var (top, dispatch) = (_il.DefineLabel(), _il.DefineLabel());
        _frameSize = _analysis.Locals.SizeInBytes;
        EmitArguments();
        EmitGroupPlaces();
        EmitGroupAllocations();
        if (!_analysis.Waits)
            _il.MarkLabel(top);
        EmitWarpPlaces();
        EmitStartBits();
        if (_analysis.Waits)
        {
            _il.Emit(OpCodes.Ldarg_S, (byte)5);
            _il.Emit(OpCodes.Brtrue, dispatch);
        }

        if (_isPartial)
        {
            PushThreadsOfWarp();
            EmitEntryMask();
        }

        EmitBlocks();
        if (!_analysis.Waits)
            EmitNextWarp(top);
        PushInt(GroupVariant.Finished);
        _il.Emit(OpCodes.Ret);
        if (_analysis.Waits)
            EmitDispatch(dispatch);
    }

    private void EmitNextWarp(Label top)
    {
        _il.Emit(OpCodes.Ldarg_2);
        PushInt(1);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Dup);
        _il.Emit(OpCodes.Starg_S, (byte)2);
        _il.Emit(OpCodes.Ldarg_3);
        _il.Emit(OpCodes.Blt, top);
    }

    /// <summary>Where the warp goes on; every point has its number, from 1.</summary>
    private void EmitDispatch(Label dispatch)
    {
        _il.MarkLabel(dispatch);
        _il.Emit(OpCodes.Ldarg_S, (byte)5);
        PushInt(1);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Switch, _points);
        PushInt(GroupVariant.Finished);
        _il.Emit(OpCodes.Ret);
    }

    private void PushGroup(string field)
    {
        _il.Emit(OpCodes.Ldarg_1);
        _il.Emit(OpCodes.Ldfld, typeof(GroupState).GetField(field)!);
    }

    /// <summary>What is the same for all threads of the group.</summary>
    private void EmitGroupPlaces()
    {
        foreach (var parameter in _kernel.Parameters.Where(parameter => parameter.IsPlace && IsUsed(parameter.Value)))
        {
            if (IsOfThread(parameter))
                continue;
            if (parameter.Kind == IRParameterKind.WarpSize)
                PushInt(_vectors.Lanes);
            else
                PushGroup(parameter.Kind.ToString());
            Define(parameter.Value);
        }
    }

    private static bool IsOfThread(IRParameter parameter) => parameter.IsIndex
        || parameter.Kind is IRParameterKind.GroupIndexX or IRParameterKind.GroupIndexY or IRParameterKind.GroupIndexZ or IRParameterKind.LaneIndex;

    private void EmitGroupAllocations()
    {
        foreach (var allocation in _kernel.Allocations.Where(allocation => IsUsed(allocation.Value)))
        {
            switch (allocation.Kind)
            {
                case IRAllocationKind.Local:
                    _il.Emit(OpCodes.Ldarg_S, (byte)4);
                    PushOffset(_analysis.Locals.OffsetOf(allocation));
                    break;
                case IRAllocationKind.Shared:
                    PushGroup(nameof(GroupState.Shared));
                    PushOffset(_analysis.Shared.OffsetOf(allocation));
                    break;
                default:
                    PushGroup(nameof(GroupState.DynamicShared));
                    break;
            }

            Define(allocation.Value);
        }
    }

    private void EmitWarpPlaces()
    {
        foreach (var parameter in _kernel.Parameters.Where(parameter => IsOfThread(parameter) && IsUsed(parameter.Value)))
        {
            if (parameter.Kind == IRParameterKind.LaneIndex)
            {
                PushInt(0);
                Define(parameter.Value);
            }
            else if (parameter.IsIndex && ShapeOf(parameter.Value).IsScalar)
                EmitLineIndex(parameter);
            else
                EmitTabledPlace(parameter);
        }
    }

    private void EmitLineIndex(IRParameter parameter)
    {
        PushGroup(nameof(GroupState.FirstIndex));
        PushFirstThread();
        _il.Emit(OpCodes.Conv_I8);
        _il.Emit(OpCodes.Add);
        if (parameter.Value.Type == IRType.Int32)
            _il.Emit(OpCodes.Conv_I4);
        Define(parameter.Value);
    }

    /// <summary>Of all lanes, or of the first one where that says it all.</summary>
    private void EmitTabledPlace(IRParameter parameter)
    {
        var isScalar = ShapeOf(parameter.Value).IsScalar;
        PushGroup(parameter.Kind.ToString());
        PushFirstThread();
        PushInt(sizeof(int));
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Add);
        if (!isScalar)
            _il.Emit(OpCodes.Unaligned, (byte)1);
        _il.Emit(OpCodes.Ldobj, isScalar ? typeof(int) : _vectors.Int);
        if (isScalar)
            Define(parameter.Value);
        else
            _il.Emit(OpCodes.Stloc, LocalOf(parameter.Value, LocalRole.Vector));
    }

    /// <summary>The number of the warp's first thread in the group.</summary>
    private void PushFirstThread()
    {
        _il.Emit(OpCodes.Ldarg_2);
        PushInt(_vectors.Lanes);
        _il.Emit(OpCodes.Mul);
    }

    private void PushThreadsOfWarp()
    {
        PushGroup(nameof(GroupState.Threads));
        PushFirstThread();
        _il.Emit(OpCodes.Sub);
    }

    /// <summary>One bit per thread of a partial warp.</summary>
    private void EmitStartBits()
    {
        if (!_isPartial)
            return;
        _startBits = _il.DeclareLocal(typeof(int));
        PushInt(1);
        PushThreadsOfWarp();
        _il.Emit(OpCodes.Shl);
        PushInt(1);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Stloc, _startBits);
    }
}
