using System.Reflection;
using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Operations lane by lane, on copies of their operands in memory.</summary>
internal sealed partial class SimdEmitter
{
    private readonly Stack<LocalBuilder> _freeBuffers = new();

    private void EmitPerLane(IRValue value)
    {
        LocalBuilder[] buffers = [.. value.Operands.Select(operand => Spill(operand, value.Block!))];
        var result = buffers[0];
        if (value.Opcode.IsDivision && !value.Type.IsFloat)
            EmitDivision(value, buffers);
        else
            EmitLaneLoop(value, buffers, result = TakeBuffer());
        EmitReadBack(value, result);
        foreach (var buffer in buffers.Append(result).Distinct())
            _freeBuffers.Push(buffer);
    }

    /// <summary>Writes all lanes of a value to a buffer.</summary>
    private LocalBuilder Spill(IRValue value, IRBlock use)
    {
        var buffer = TakeBuffer();
        for (var half = 0; half < (value.Type.Is64Bit ? 2 : 1); half++)
        {
            PushBuffer(buffer, half * _vectors.SizeInBytes);
            if (value.Type.Is64Bit)
                PushHalf(value, use, half);
            else
                PushVector(value, use);
            _il.Emit(OpCodes.Unaligned, (byte)1);
            _il.Emit(OpCodes.Stobj, _vectors.TypeOf(value.Type));
        }

        return buffer;
    }

    /// <summary>Reads all lanes of a value from a buffer into its locals.</summary>
    private void EmitReadBack(IRValue value, LocalBuilder buffer)
    {
        for (var half = 0; half < (value.Type.Is64Bit ? 2 : 1); half++)
        {
            PushBuffer(buffer, half * _vectors.SizeInBytes);
            _il.Emit(OpCodes.Unaligned, (byte)1);
            _il.Emit(OpCodes.Ldobj, _vectors.TypeOf(value.Type));
            _il.Emit(OpCodes.Stloc, LocalOf(value, value.Type.Is64Bit ? LocalRole.Low + half : LocalRole.Vector));
        }
    }

    private LocalBuilder TakeBuffer() => _freeBuffers.TryPop(out var buffer) ? buffer : _il.DeclareLocal(typeof(LaneBuffer));

    private void PushBuffer(LocalBuilder buffer, int offset = 0)
    {
        _il.Emit(OpCodes.Ldloca, buffer);
        _il.Emit(OpCodes.Conv_U);
        if (offset == 0)
            return;
        PushInt(offset);
        _il.Emit(OpCodes.Add);
    }

    private void EmitDivision(IRValue value, LocalBuilder[] buffers)
    {
        PushBuffer(buffers[0]);
        PushBuffer(buffers[1]);
        PushActiveBits(value.Block!);
        CallLanes(typeof(LaneDivision), value.Opcode.ToString(), ClrTypeOf(value.Type).MakePointerType());
    }

    private void CallLanes(Type home, string name, Type first) => Call(home
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        .First(method => method.Name == name && method.GetParameters()[0].ParameterType == first));

    /// <summary>The operation on every lane: it cannot fault, so inactive ones do no harm.</summary>
    private void EmitLaneLoop(IRValue value, LocalBuilder[] buffers, LocalBuilder result)
    {
        var lane = _il.DeclareLocal(typeof(int));
        var next = _il.DefineLabel();
        PushInt(0);
        _il.Emit(OpCodes.Stloc, lane);
        _il.MarkLabel(next);
        PushLaneAddress(result, lane, value.Type);
        for (var i = 0; i < buffers.Length; i++)
        {
            PushLaneAddress(buffers[i], lane, value.Operands[i].Type);
            _il.Emit(OpCodes.Ldobj, ClrTypeOf(value.Operands[i].Type));
        }

        EmitLaneOperation(value);
        _il.Emit(OpCodes.Stobj, ClrTypeOf(value.Type));
        _il.Emit(OpCodes.Ldloc, lane);
        PushInt(1);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Dup);
        _il.Emit(OpCodes.Stloc, lane);
        PushInt(_vectors.Lanes);
        _il.Emit(OpCodes.Blt, next);
    }

    private void EmitLaneOperation(IRValue value)
    {
        if (value.Opcode == IROpcode.Math)
            Call(value.Method!);
        else if (value.Opcode == IROpcode.RemS)
            _il.Emit(OpCodes.Rem);
        else
            EmitScalarConversion(value);
    }

    private void PushLaneAddress(LocalBuilder buffer, LocalBuilder lane, IRType type)
    {
        PushBuffer(buffer);
        _il.Emit(OpCodes.Ldloc, lane);
        PushInt(type.Is64Bit ? sizeof(long) : sizeof(int));
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Add);
    }
}
