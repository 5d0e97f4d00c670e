using System.Reflection;
using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Barriers, fences and atomics.</summary>
internal sealed partial class SimdEmitter
{
    /// <summary>Lanes of a warp run in step; at a barrier of the group, the method stops, unless the warp is the only one.</summary>
    private void EmitBarrier(IRValue barrier)
    {
        if (!BarrierBlocks.IsGroupBarrier(barrier))
            return;
        var block = barrier.Block!;
        EmitMeeting(block);
        var (point, alone) = (_il.DefineLabel(), _il.DefineLabel());
        _points = [.. _points, point];
        PushGroup(nameof(GroupState.Warps));
        PushInt(1);
        _il.Emit(OpCodes.Beq, alone);
        _liveness ??= new(_analysis, _plan);
        var saved = SavedBehind(block);
        EmitFrame(saved, isStore: true);
        PushInt(_points.Length);
        _il.Emit(OpCodes.Ret);
        _il.MarkLabel(point);
        EmitFrame(saved, isStore: false);
        foreach (var value in _liveness.Behind(block).Where(_values.HasTwin))
            EmitInto(LocalRole.Vector, value, EmitBroadcast);
        _il.MarkLabel(alone);
    }

    /// <summary>All threads of the warp must be here.</summary>
    private void EmitMeeting(IRBlock block)
    {
        if (!NeedsMask(block))
            return;
        var together = _il.DefineLabel();
        PushActiveBits(block);
        if (_isPartial)
            _il.Emit(OpCodes.Ldloc, _startBits!);
        else
            PushInt(_vectors.AllLanes);
        _il.Emit(OpCodes.Beq, together);
        _il.Emit(OpCodes.Ldarg_1);
        PushActiveBits(block);
        Call(typeof(GroupMeeting).GetMethod(nameof(GroupMeeting.RefuseWarp), BindingFlags.NonPublic | BindingFlags.Static)!);
        _il.MarkLabel(together);
    }

    private List<LocalBuilder> SavedBehind(IRBlock block)
    {
        var saved = _liveness!.Behind(block).SelectMany(RolesOf).ToList();
        if (!_plan.IsMasked(block))
            return saved;
        foreach (var owner in _plan.RegionOf(block).Blocks.Where(_plan.OwnsMask))
        {
            saved.Add(MaskOf(owner));
            saved.Add(ActiveBitsOf(owner));
        }

        return saved;
    }

    private IEnumerable<LocalBuilder> RolesOf(IRValue value)
    {
        LocalRole[] roles = _values.FormOf(value) switch
        {
            ValueForm.Scalar => [LocalRole.Scalar],
            ValueForm.Vector => [LocalRole.Vector],
            _ => [LocalRole.Low, LocalRole.High],
        };
        if (_values.IsLeaving(value) && !_values.IsFrozen(value))
            roles = value.Type.Is64Bit ? [.. roles, LocalRole.LeavingLow, LocalRole.LeavingHigh] : [.. roles, LocalRole.Leaving];
        return roles.Select(role => LocalOf(value, role));
    }

    /// <summary>Locals to the warp's frame, or back.</summary>
    private void EmitFrame(List<LocalBuilder> locals, bool isStore)
    {
        var offset = _analysis.Locals.SizeInBytes;
        foreach (var local in locals)
        {
            _il.Emit(OpCodes.Ldarg_S, (byte)4);
            PushOffset(offset);
            _il.Emit(OpCodes.Conv_I);
            if (isStore)
                _il.Emit(OpCodes.Ldloc, local);
            _il.Emit(OpCodes.Unaligned, (byte)1);
            _il.Emit(isStore ? OpCodes.Stobj : OpCodes.Ldobj, local.LocalType);
            if (!isStore)
                _il.Emit(OpCodes.Stloc, local);
            offset += local.LocalType.IsPrimitive ? sizeof(long) : _vectors.SizeInBytes;
        }

        _frameSize = Math.Max(_frameSize, offset);
    }

    /// <summary>The warps of a group run on one thread; others see what is written before a full fence.</summary>
    private void EmitFence(IRValue fence)
    {
        if (fence.Scope is IRScope.Device or IRScope.System)
            Call(typeof(Interlocked).GetMethod(nameof(Interlocked.MemoryBarrier))!);
    }

    private void EmitAtomic(IRValue value)
    {
        var block = value.Block!;
        LocalBuilder[] buffers = [.. value.Operands.Select(operand => Spill(operand, block))];
        for (var i = 1; i < buffers.Length; i++)
            PushBuffer(buffers[i]);
        PushBuffer(buffers[0]);
        PushActiveBits(block);
        if (value.Atomic == AtomicOperation.CompareExchange)
            CallLanes(typeof(LaneAtomics), nameof(LaneAtomics.CompareExchange), value.Type.Is64Bit ? typeof(long*) : typeof(int*));
        else
        {
            PushInt((int)value.Atomic);
            CallLanes(typeof(LaneAtomics), nameof(LaneAtomics.Apply), ClrTypeOf(value.Type).MakePointerType());
        }

        if (IsUsed(value))
        {
            EmitReadBack(value, buffers[1]);
            Complete(value);
        }

        foreach (var buffer in buffers)
            _freeBuffers.Push(buffer);
    }
}
