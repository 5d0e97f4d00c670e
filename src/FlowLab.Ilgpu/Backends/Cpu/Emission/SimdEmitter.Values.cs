using System.Reflection.Emit;
using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>Where values live: in locals, or, when used once in their block, on the evaluation stack.</summary>
internal sealed partial class SimdEmitter
{
    private readonly Dictionary<IRValue, LocalBuilder> _scalarLocals = [];
    private readonly Dictionary<IRValue, LocalBuilder> _vectorLocals = [];
    private readonly Dictionary<IRValue, LocalBuilder> _leavingLocals = [];

    private Shape ShapeOf(IRValue value) => _divergence.ShapeOf(value);

    /// <summary>64-bit values that differ between lanes exist as parts of addresses and of low or high halves only.</summary>
    private bool IsVirtual(IRValue value) => ShapeOf(value).IsVarying && value.Type is IRType.Int64 or IRType.Pointer && ShapeOf(value).IsVarying;

    private bool IsInlined(IRValue value)
    {
        if (value.Block is null || !value.IsPure || _uses.Of(value) is not [var use] || use.Block != value.Block)
            return false;
        if (value.Opcode == IROpcode.Select && ShapeOf(value).IsScalar)
            return false;
        return (use.User is null || !IsVirtual(use.User)) && !NeedsTwin(value) && !IsLeaving(value);
    }

    /// <summary>The value is used after a loop that lanes leave at different times.</summary>
    private bool IsLeaving(IRValue value) =>
        _uses.Of(value).Any(use => _divergence.IsUsedAfterDivergentLoop(value, use.Block));

    /// <summary>A varying phi of a header keeps, in lanes that have left its loop, what it was then; other values are kept aside.</summary>
    private bool IsFrozen(IRValue value) =>
        value.Opcode == IROpcode.Phi && _flow.IsHeader(value.Block!) && ShapeOf(value).IsVarying && IsLeaving(value);

    /// <summary>A scalar that deeper loops need as a vector is broadcast where it is defined.</summary>
    private bool NeedsTwin(IRValue value)
    {
        if (value.IsConst || !ShapeOf(value).IsScalar || value.Type is IRType.Int64 or IRType.Float64 or IRType.Pointer)
            return false;
        var depth = value.Block is null ? value.Parameter?.Kind == IRParameterKind.IndexX ? 0 : -1 : _flow.Nest.DepthOf(value.Block);
        return _uses.Of(value).Any(use => _flow.Nest.DepthOf(use.Block) > depth && IsVectorUse(use.User, use.Operand));
    }

    private bool IsVectorUse(IRValue? user, int operand)
    {
        if (user is null || user.Opcode is IROpcode.Load or IROpcode.Element)
            return false;
        if (user.Opcode == IROpcode.Store)
            return operand == 1 && !ShapeOf(user.Operands[0]).IsUniform;
        return ShapeOf(user).IsVarying && !IsVirtual(user);
    }

    /// <summary>Stores the value on the stack where its users look for it.</summary>
    private void Define(IRValue value)
    {
        var isScalar = ShapeOf(value).IsScalar;
        _il.Emit(OpCodes.Stloc, isScalar ? ScalarLocal(value) : VectorLocal(value));
        Complete(value);
    }

    /// <summary>Makes what else users need of a value that is in its local.</summary>
    private void Complete(IRValue value)
    {
        if (NeedsTwin(value))
        {
            EmitBroadcast(value);
            _il.Emit(OpCodes.Stloc, VectorLocal(value));
        }

        if (IsLeaving(value) && !IsFrozen(value))
            EmitLeaving(value);
    }

    private void EmitLeaving(IRValue value)
    {
        if (value.Type is IRType.Int64 or IRType.Float64 or IRType.Pointer)
            throw new SimdLimitException("64-bit values that leave a divergent loop");
        var local = LeavingLocal(value);
        var block = value.Block!;
        PushMask(block);
        PushVector(value, block);
        _il.Emit(OpCodes.Ldloc, local);
        EmitBlend(value.Type);
        _il.Emit(OpCodes.Stloc, local);
    }

    private LocalBuilder LeavingLocal(IRValue value) => LocalIn(_leavingLocals, value, VectorType(value.Type));

    private LocalBuilder ScalarLocal(IRValue value) => LocalIn(_scalarLocals, value, ClrTypeOf(value.Type));

    private LocalBuilder VectorLocal(IRValue value) => LocalIn(_vectorLocals, value, VectorType(value.Type));

    private LocalBuilder LocalIn(Dictionary<IRValue, LocalBuilder> locals, IRValue value, Type type)
    {
        if (!locals.TryGetValue(value, out var local))
            locals[value] = local = _il.DeclareLocal(type);
        return local;
    }

    private Type VectorType(IRType type) => type switch
    {
        IRType.Float32 => _vectors.Float,
        IRType.Float64 or IRType.Int64 or IRType.Pointer => throw new SimdLimitException("64-bit values that differ between lanes"),
        _ => _vectors.Int,
    };

    private static Type ClrTypeOf(IRType type) => type switch
    {
        IRType.Float32 => typeof(float),
        IRType.Float64 => typeof(double),
        IRType.Int64 or IRType.Pointer => typeof(long),
        _ => typeof(int),
    };

    /// <summary>Pushes a value that is a scalar where it is used: that of lane 0 where lanes are affine.</summary>
    private void PushScalar(IRValue value)
    {
        if (value.IsConst)
            PushConst(value);
        else if (IsInlined(value))
            EmitScalar(value);
        else
            _il.Emit(OpCodes.Ldloc, ScalarLocal(value));
    }

    /// <summary>Pushes all lanes of a value that is used in the block.</summary>
    private void PushVector(IRValue value, IRBlock use)
    {
        if (_divergence.IsUsedAfterDivergentLoop(value, use))
            _il.Emit(OpCodes.Ldloc, IsFrozen(value) ? VectorLocal(value) : LeavingLocal(value));
        else if (ShapeOf(value).IsVarying && IsInlined(value))
            EmitVector(value);
        else if (ShapeOf(value).IsVarying || NeedsTwin(value))
            _il.Emit(OpCodes.Ldloc, VectorLocal(value));
        else
            EmitBroadcast(value);
    }

    private void EmitBroadcast(IRValue value)
    {
        var type = VectorType(value.Type);
        PushScalar(value);
        if (value.Type == IRType.Bool)
            _il.Emit(OpCodes.Neg);
        Call(_vectors.Exact("Create", type == _vectors.Float ? typeof(float) : typeof(int)));
        if (ShapeOf(value).Kind != ShapeKind.Affine)
            return;
        PushSteps((int)ShapeOf(value).Stride);
        Call(_vectors.Generic("Add", typeof(int), 2));
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
                _il.Emit(OpCodes.Ldc_I8, value.Bits);
                break;
            default:
                PushInt((int)value.Bits);
                break;
        }
    }

    private void PushInt(int value) => _il.Emit(OpCodes.Ldc_I4, value);
}
