using System.Reflection.Emit;
using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>Loads and stores whose lanes have different addresses.</summary>
internal sealed partial class SimdEmitter
{
    private void EmitLoad(IRValue load)
    {
        var (pointer, block) = (load.Operands[0], load.Block!);
        if (IsContiguous(pointer, load.Type, block))
            EmitContiguousLoad(load, pointer, block);
        else if (load.Type is IRType.Float32 or IRType.Int32)
            EmitGather(load, pointer, block);
        else
        {
            PushInt(PushAddresses(pointer, block));
            PushMask(block);
            Call(_vectors.OfLanes($"Gather{SmallBits(load.Type)}"));
        }
    }

    private bool IsContiguous(IRValue pointer, IRType type, IRBlock block) =>
        type is IRType.Float32 or IRType.Int32 && _divergence.ShapeAt(pointer, block) == Shape.Affine(sizeof(int));

    private void EmitContiguousLoad(IRValue load, IRValue pointer, IRBlock block)
    {
        PushScalar(pointer);
        if (NeedsMask(block))
        {
            PushMask(block);
            Call(_vectors.OfLanes("MaskLoad"));
            if (load.Type != IRType.Float32)
                Reinterpret("AsInt32", typeof(float));
            return;
        }

        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Unaligned, (byte)1);
        _il.Emit(OpCodes.Ldobj, VectorType(load.Type));
    }

    private void EmitGather(IRValue load, IRValue pointer, IRBlock block)
    {
        var scale = PushAddresses(pointer, block);
        if (scale == sizeof(float))
        {
            PushMask(block);
            Call(_vectors.OfLanes("GatherFloats"));
            if (load.Type != IRType.Float32)
                Reinterpret("AsInt32", typeof(float));
            return;
        }

        PushInt(scale);
        PushMask(block);
        Call(_vectors.OfLanes("Gather32"));
        if (load.Type == IRType.Float32)
            Reinterpret("AsSingle", typeof(int));
    }

    private void EmitStore(IRValue store)
    {
        var (pointer, value, block) = (store.Operands[0], store.Operands[1], store.Block!);
        var shape = _divergence.ShapeAt(pointer, block);
        if (shape.IsUniform && _divergence.ShapeAt(value, block).IsUniform)
            EmitScalarStore(store);
        else if (shape.IsUniform)
            EmitStoreOfLast(pointer, value, block);
        else if (IsContiguous(pointer, value.Type, block))
            EmitContiguousStore(pointer, value, block);
        else
        {
            PushInt(PushAddresses(pointer, block));
            EmitScatter(value, block);
        }
    }

    private void EmitContiguousStore(IRValue pointer, IRValue value, IRBlock block)
    {
        var (address, vector) = (_il.DeclareLocal(typeof(long)), _il.DeclareLocal(VectorType(value.Type)));
        PushScalar(pointer);
        _il.Emit(OpCodes.Stloc, address);
        PushVector(value, block);
        _il.Emit(OpCodes.Stloc, vector);
        var (masked, done) = (_il.DefineLabel(), _il.DefineLabel());
        if (NeedsMask(block))
        {
            _il.Emit(OpCodes.Ldloc, ActiveBitsOf(block));
            PushInt(AllLanes);
            _il.Emit(OpCodes.Bne_Un, masked);
        }

        _il.Emit(OpCodes.Ldloc, address);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Ldloc, vector);
        _il.Emit(OpCodes.Unaligned, (byte)1);
        _il.Emit(OpCodes.Stobj, VectorType(value.Type));
        _il.Emit(OpCodes.Br, done);
        _il.MarkLabel(masked);
        if (NeedsMask(block))
            EmitMaskedStore(address, vector, block);
        _il.MarkLabel(done);
    }

    private void EmitMaskedStore(LocalBuilder address, LocalBuilder vector, IRBlock block)
    {
        _il.Emit(OpCodes.Ldloc, address);
        PushMask(block);
        _il.Emit(OpCodes.Ldloc, vector);
        if (vector.LocalType == _vectors.Int)
            Reinterpret("AsSingle", typeof(int));
        Call(_vectors.OfLanes("MaskStore"));
    }

    /// <summary>All lanes write to one place: as in a loop over the instances, the last one stays.</summary>
    private void EmitStoreOfLast(IRValue pointer, IRValue value, IRBlock block)
    {
        PushScalar(pointer);
        Call(_vectors.IntProperty("Zero"));
        PushInt(0);
        EmitScatter(value, block);
    }

    /// <summary>Address, indices and scale are on the stack.</summary>
    private void EmitScatter(IRValue value, IRBlock block)
    {
        PushMask(block);
        PushVector(value, block);
        if (value.Type == IRType.Bool)
            Call(_vectors.Generic("Negate", typeof(int), 1));
        if (value.Type == IRType.Float32)
            Reinterpret("AsInt32", typeof(float));
        Call(_vectors.OfLanes($"Scatter{SmallBits(value.Type)}"));
    }

    private static int SmallBits(IRType type) => type switch
    {
        IRType.Bool or IRType.Int8 => 8,
        IRType.Int16 => 16,
        IRType.Int32 or IRType.Float32 => 32,
        _ => throw new SimdLimitException("64-bit values that differ between lanes"),
    };

    /// <summary>Pushes one address and the Int32 indices of the lanes; returns the bytes per step of the indices.</summary>
    private int PushAddresses(IRValue pointer, IRBlock block)
    {
        if (_divergence.IsUsedAfterDivergentLoop(pointer, block))
            throw new SimdLimitException("addresses that leave a divergent loop");
        if (ShapeOf(pointer).IsScalar)
            return PushStrided(pointer);
        if (pointer.Opcode != IROpcode.Element)
            throw new SimdLimitException("addresses of this form");
        if (pointer.Operands[1].IsConst && !ShapeOf(pointer.Operands[0]).IsScalar)
            return PushShifted(pointer);
        return PushIndexed(pointer, 0);
    }

    private int PushStrided(IRValue pointer)
    {
        var stride = ShapeOf(pointer).Stride;
        if (Math.Abs(stride) > int.MaxValue / 64)
            throw new SimdLimitException("strides of this size");
        PushScalar(pointer);
        var scale = stride % sizeof(int) == 0 ? sizeof(int) : 1;
        PushSteps((int)(stride / scale));
        return scale;
    }

    /// <summary>A field of a struct whose address differs between lanes.</summary>
    private int PushShifted(IRValue pointer)
    {
        var offset = pointer.ByteOffset + (pointer.Operands[1].Bits * pointer.ElementSize);
        var block = pointer.Block!;
        for (pointer = pointer.Operands[0]; pointer.Opcode == IROpcode.Element && pointer.Operands[1].IsConst; pointer = pointer.Operands[0])
            offset += pointer.ByteOffset + (pointer.Operands[1].Bits * pointer.ElementSize);
        if (_divergence.IsUsedAfterDivergentLoop(pointer, block))
            throw new SimdLimitException("addresses that leave a divergent loop");
        return pointer.Opcode == IROpcode.Element ? PushIndexed(pointer, offset) : throw new SimdLimitException("addresses of this form");
    }

    private int PushIndexed(IRValue pointer, long offset)
    {
        var (root, index, block) = (pointer.Operands[0], pointer.Operands[1], pointer.Block!);
        if (!_divergence.ShapeAt(root, block).IsUniform)
            throw new SimdLimitException("addresses of this form");
        PushScalar(root);
        PushOffset(pointer.ByteOffset + offset);
        PushVector(NarrowIndex(index, block), index.Opcode == IROpcode.SExt ? index.Block! : block);
        return pointer.ElementSize;
    }

    /// <summary>The Int32 that an index is extended from.</summary>
    private IRValue NarrowIndex(IRValue index, IRBlock use)
    {
        if (index.Type == IRType.Int32)
            return index;
        if (_divergence.IsUsedAfterDivergentLoop(index, use))
            throw new SimdLimitException("addresses that leave a divergent loop");
        return index.Opcode == IROpcode.SExt && index.OperandType == IRType.Int32
            ? index.Operands[0]
            : throw new SimdLimitException("64-bit indices that differ between lanes");
    }
}
