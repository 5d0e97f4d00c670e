using System.Numerics;
using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Loads and stores whose lanes have different addresses.</summary>
internal sealed partial class SimdEmitter
{
    /// <summary>Neighbouring lanes have neighbouring addresses.</summary>
    private bool IsContiguous(IRValue pointer, IRType type, IRBlock block) =>
        type is IRType.Float32 or IRType.Int32 or IRType.Float64 or IRType.Int64
        && _divergence.ShapeAt(pointer, block) == Shape.Affine(type.SizeInBytes);

    private void EmitLoad(IRValue load)
    {
        var (pointer, block) = (load.Operands[0], load.Block!);
        if (IsContiguous(pointer, load.Type, block))
            EmitContiguousLoad(load, pointer, block);
        else if (load.Type is IRType.Float32 or IRType.Int32)
            EmitGather(load, pointer, block);
        else
            EmitSmallLoad(load, pointer, block);
    }

    private void EmitContiguousLoad(IRValue load, IRValue pointer, IRBlock block)
    {
        PushScalar(pointer);
        if (NeedsMask(block))
        {
            PushMask(block);
            Call(_vectors.Extra("MaskLoad"));
            ReinterpretFloats(load.Type);
            return;
        }

        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Unaligned, (byte)1);
        _il.Emit(OpCodes.Ldobj, _vectors.TypeOf(load.Type));
    }

    /// <summary>A vector of floats on the stack becomes one of the type.</summary>
    private void ReinterpretFloats(IRType type)
    {
        if (type == IRType.Float32)
            return;
        Reinterpret(type switch
        {
            IRType.Float64 => "AsDouble",
            IRType.Int64 => "AsInt64",
            _ => "AsInt32",
        }, typeof(float));
    }

    private void EmitGather(IRValue load, IRValue pointer, IRBlock block)
    {
        if (TryPushIndexed(pointer, block))
        {
            PushActiveMask(block);
            Call(_vectors.Extra("Gather"));
        }
        else
        {
            PushHalf(pointer, block, 0);
            PushHalf(pointer, block, 1);
            PushActiveMask(block);
            Call(_vectors.Extra("GatherAt"));
        }

        ReinterpretFloats(load.Type);
    }

    private void EmitSmallLoad(IRValue load, IRValue pointer, IRBlock block)
    {
        var (addresses, results) = (Spill(pointer, block), TakeBuffer());
        PushBuffer(results);
        PushBuffer(addresses);
        PushActiveBits(block);
        CallLanes(typeof(LaneMemory), $"Load{8 * load.Type.SizeInBytes}", typeof(int*));
        PushBuffer(results);
        _il.Emit(OpCodes.Unaligned, (byte)1);
        _il.Emit(OpCodes.Ldobj, _vectors.Int);
        _freeBuffers.Push(addresses);
        _freeBuffers.Push(results);
    }

    /// <summary>64-bit values of half of the lanes.</summary>
    private void EmitLoadHalf(IRValue load, int half)
    {
        var (pointer, block) = (load.Operands[0], load.Block!);
        if (!IsContiguous(pointer, load.Type, block))
        {
            PushHalf(pointer, block, half);
            PushMaskHalf(block, half);
            Call(_vectors.Extra("GatherWide"));
            if (load.Type == IRType.Float64)
                Reinterpret("AsDouble", typeof(long));
            return;
        }

        PushScalar(pointer);
        PushOffset(half * _vectors.SizeInBytes);
        if (NeedsMask(block))
        {
            PushMaskHalf(block, half);
            Reinterpret("AsInt32", typeof(long));
            Call(_vectors.Extra("MaskLoad"));
            ReinterpretFloats(load.Type);
            return;
        }

        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Unaligned, (byte)1);
        _il.Emit(OpCodes.Ldobj, _vectors.TypeOf(load.Type));
    }

    private void EmitStore(IRValue store)
    {
        var (pointer, value, block) = (store.Operands[0], store.Operands[1], store.Block!);
        var shape = _divergence.ShapeAt(pointer, block);
        if (shape.IsUniform && _divergence.ShapeAt(value, block).IsUniform)
            EmitScalarStore(store);
        else if (shape.IsUniform)
            EmitStoreOfLast(store, pointer, value, block);
        else if (IsContiguous(pointer, value.Type, block))
            EmitContiguousStore(pointer, value, block);
        else
            EmitScatter(pointer, value, block);
    }

    private void EmitContiguousStore(IRValue pointer, IRValue value, IRBlock block)
    {
        var isWide = value.Type.Is64Bit;
        for (var half = 0; half < (isWide ? 2 : 1); half++)
        {
            PushScalar(pointer);
            PushOffset(half * _vectors.SizeInBytes);
            if (NeedsMask(block))
                EmitMaskedStore(value, block, half);
            else
            {
                _il.Emit(OpCodes.Conv_I);
                PushPart(value, block, half);
                _il.Emit(OpCodes.Unaligned, (byte)1);
                _il.Emit(OpCodes.Stobj, _vectors.TypeOf(value.Type));
            }
        }
    }

    /// <summary>The address is on the stack.</summary>
    private void EmitMaskedStore(IRValue value, IRBlock block, int half)
    {
        if (value.Type.Is64Bit)
        {
            PushMaskHalf(block, half);
            Reinterpret("AsInt32", typeof(long));
        }
        else
            PushMask(block);
        PushPart(value, block, half);
        if (value.Type != IRType.Float32)
            Reinterpret("AsSingle", ClrTypeOf(value.Type));
        Call(_vectors.Extra("MaskStore"));
    }

    /// <summary>All lanes of a 32-bit value, or half of those of a 64-bit one.</summary>
    private void PushPart(IRValue value, IRBlock use, int half)
    {
        if (value.Type.Is64Bit)
            PushHalf(value, use, half);
        else
            PushVector(value, use);
    }

    /// <summary>All lanes write to one place: as in a loop over the instances, the last one stays.</summary>
    private void EmitStoreOfLast(IRValue store, IRValue pointer, IRValue value, IRBlock block)
    {
        var values = Spill(value, block);
        PushScalar(pointer);
        _il.Emit(OpCodes.Conv_I);
        PushBuffer(values);
        PushActiveBits(block);
        Call(typeof(BitOperations).GetMethod(nameof(BitOperations.Log2), [typeof(uint)])!);
        PushInt(value.Type.Is64Bit ? sizeof(long) : sizeof(int));
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Ldobj, ClrTypeOf(value.Type));
        if (value.Type == IRType.Bool)
            _il.Emit(OpCodes.Neg);
        EmitScalarStoreOf(store);
        _freeBuffers.Push(values);
    }

    private void EmitScatter(IRValue pointer, IRValue value, IRBlock block)
    {
        var (addresses, values) = (Spill(pointer, block), Spill(value, block));
        PushBuffer(values);
        PushBuffer(addresses);
        PushActiveBits(block);
        var bits = 8 * Math.Max(1, value.Type.SizeInBytes);
        CallLanes(typeof(LaneMemory), value.Type == IRType.Bool ? "StoreTruth" : $"Store{bits}", bits == 64 ? typeof(long*) : typeof(int*));
        _freeBuffers.Push(addresses);
        _freeBuffers.Push(values);
    }

    /// <summary>
    /// Pushes one address and the Int32 indices of floats behind it for the lanes, where a pointer has this form; indices of larger steps
    /// might not fit into 32 bits once they count floats.
    /// </summary>
    private bool TryPushIndexed(IRValue pointer, IRBlock block)
    {
        if (_values.FormAt(pointer, block) == ValueForm.Scalar)
            return TryPushStrided(pointer);
        var offset = 0L;
        while (_values.FormOf(pointer) == ValueForm.Virtual && !_analysis.Virtuals.IsIndexed(pointer))
        {
            offset += pointer.ByteOffset + (pointer.Operands[1].Bits * pointer.ElementSize);
            pointer = pointer.Operands[0];
        }

        if (_values.FormOf(pointer) != ValueForm.Virtual || pointer.ElementSize != sizeof(float))
            return false;
        var index = pointer.Operands[1];
        PushScalar(pointer.Operands[0]);
        PushOffset(pointer.ByteOffset + offset);
        PushVector(_analysis.Virtuals.NarrowIndexOf(pointer)!, (index.Opcode == IROpcode.SExt ? index.Block : null) ?? pointer.Block!);
        return true;
    }

    private bool TryPushStrided(IRValue pointer)
    {
        var stride = ShapeOf(pointer).Stride;
        if (stride % sizeof(float) != 0 || Math.Abs(stride) > int.MaxValue / 64)
            return false;
        PushScalar(pointer);
        PushSteps((int)(stride / sizeof(float)));
        return true;
    }
}
