using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Where values live: in locals, or, when used once in their block, on the evaluation stack.</summary>
internal sealed partial class SimdEmitter
{
    private Shape ShapeOf(IRValue value) => _divergence.ShapeOf(value);

    /// <summary>Computes a value into its locals, or leaves that to its users.</summary>
    private void EmitDefinition(IRValue value)
    {
        var form = _values.FormOf(value);
        if (form == ValueForm.Virtual || _values.IsInlined(value))
            return;
        if (_values.IsPerLane(value))
            EmitPerLane(value);
        else if (form == ValueForm.Scalar)
            EmitInto(LocalRole.Scalar, value, EmitScalar);
        else if (form == ValueForm.Vector)
            EmitInto(LocalRole.Vector, value, EmitVector);
        else
        {
            EmitInto(LocalRole.Low, value, low => EmitHalf(low, 0));
            EmitInto(LocalRole.High, value, high => EmitHalf(high, 1));
        }

        Complete(value);
    }

    private void EmitInto(LocalRole role, IRValue value, Action<IRValue> emit)
    {
        emit(value);
        _il.Emit(OpCodes.Stloc, LocalOf(value, role));
    }

    /// <summary>Stores the scalar on the stack where the users of the value look for it.</summary>
    private void Define(IRValue value)
    {
        _il.Emit(OpCodes.Stloc, LocalOf(value, LocalRole.Scalar));
        Complete(value);
    }

    /// <summary>Makes what else users need of a value that is in its locals.</summary>
    private void Complete(IRValue value)
    {
        if (_values.HasTwin(value))
            EmitInto(LocalRole.Vector, value, EmitBroadcast);
        EmitLimits(value);
        if (!_values.IsLeaving(value) || _values.IsFrozen(value))
            return;
        if (!value.Type.Is64Bit)
            EmitLeaving(value, LocalRole.Leaving);
        else
        {
            EmitLeaving(value, LocalRole.LeavingLow);
            EmitLeaving(value, LocalRole.LeavingHigh);
        }
    }

    private void EmitLeaving(IRValue value, LocalRole role)
    {
        var (local, block) = (LocalOf(value, role), value.Block!);
        if (role == LocalRole.Leaving)
        {
            PushMask(block);
            PushVector(value, block);
        }
        else
        {
            PushMaskHalf(block, role - LocalRole.LeavingLow);
            PushHalf(value, block, role - LocalRole.LeavingLow);
        }

        _il.Emit(OpCodes.Ldloc, local);
        EmitBlend(value.Type);
        _il.Emit(OpCodes.Stloc, local);
    }

    private static Type ClrTypeOf(IRType type) => VectorTable.ElementOf(type);

    /// <summary>Pushes a value that is a scalar where it is used: that of lane 0 where lanes are affine.</summary>
    private void PushScalar(IRValue value)
    {
        if (value.IsConst)
            PushConst(value);
        else if (_values.IsInlined(value))
            EmitScalar(value);
        else
            _il.Emit(OpCodes.Ldloc, LocalOf(value, LocalRole.Scalar));
    }

    /// <summary>Pushes all lanes of a 32-bit value that is used in the block.</summary>
    private void PushVector(IRValue value, IRBlock use)
    {
        if (_divergence.IsUsedAfterDivergentLoop(value, use))
            _il.Emit(OpCodes.Ldloc, LocalOf(value, _values.IsFrozen(value) ? LocalRole.Vector : LocalRole.Leaving));
        else if (_values.FormOf(value) == ValueForm.Vector && _values.IsInlined(value))
            EmitVector(value);
        else if (_values.FormOf(value) == ValueForm.Vector || _values.HasTwin(value))
            _il.Emit(OpCodes.Ldloc, LocalOf(value, LocalRole.Vector));
        else
            EmitBroadcast(value);
    }

    /// <summary>Pushes half of the lanes of a 64-bit value that is used in the block.</summary>
    private void PushHalf(IRValue value, IRBlock use, int half)
    {
        var form = _values.FormOf(value);
        if (_divergence.IsUsedAfterDivergentLoop(value, use))
            _il.Emit(OpCodes.Ldloc, LocalOf(value, (_values.IsFrozen(value) ? LocalRole.Low : LocalRole.LeavingLow) + half));
        else if (form == ValueForm.Scalar)
            EmitBroadcastHalf(value, half);
        else if (form == ValueForm.Virtual || _values.IsInlined(value))
            EmitHalf(value, half);
        else
            _il.Emit(OpCodes.Ldloc, LocalOf(value, LocalRole.Low + half));
    }

    private void EmitBroadcast(IRValue value)
    {
        PushScalar(value);
        if (value.Type == IRType.Bool)
            _il.Emit(OpCodes.Neg);
        Call(_vectors.Exact("Create", ClrTypeOf(value.Type)));
        if (ShapeOf(value).Kind != ShapeKind.Affine)
            return;
        PushSteps((int)ShapeOf(value).Stride);
        Call(_vectors.Generic("Add", typeof(int), 2));
    }

    private void EmitBroadcastHalf(IRValue value, int half)
    {
        PushScalar(value);
        Call(_vectors.Exact("Create", ClrTypeOf(value.Type)));
        if (ShapeOf(value).Kind != ShapeKind.Affine)
            return;
        PushStepsHalf(ShapeOf(value).Stride, half);
        Call(_vectors.Generic("Add", typeof(long), 2));
    }

    /// <summary>Lane i times the stride.</summary>
    private void PushSteps(int stride)
    {
        Call(_vectors.IntProperty("Indices"));
        if (stride == 1)
            return;
        PushInt(stride);
        Call(_vectors.Exact("Create", typeof(int)));
        Call(_vectors.Generic("Multiply", typeof(int), 2));
    }

    /// <inheritdoc cref="PushSteps"/>
    private void PushStepsHalf(long stride, int half)
    {
        Call(_vectors.Property(_vectors.Long, "Indices"));
        if (half > 0)
        {
            PushLong(_vectors.Lanes / 2);
            Call(_vectors.Exact("Create", typeof(long)));
            Call(_vectors.Generic("Add", typeof(long), 2));
        }

        PushLong(stride);
        Call(_vectors.Exact("Create", typeof(long)));
        Call(_vectors.Generic("Multiply", typeof(long), 2));
    }

    private void PushConst(IRValue value)
    {
        switch (value.Type)
        {
            case IRType.Float32:
                _il.Emit(OpCodes.Ldc_R4, value.AsFloat);
                break;
            case IRType.Float64:
                _il.Emit(OpCodes.Ldc_R8, value.AsDouble);
                break;
            case IRType.Int64 or IRType.Pointer:
                PushLong(value.Bits);
                break;
            default:
                PushInt((int)value.Bits);
                break;
        }
    }

    private void PushInt(int value) => _il.Emit(OpCodes.Ldc_I4, value);

    private void PushLong(long value) => _il.Emit(OpCodes.Ldc_I8, value);
}
