using System.Reflection;
using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>The method for rows: it runs the instances x up to end of one row, as a <see cref="SimdBody"/>.</summary>
internal sealed partial class SimdEmitter
{
    private void EmitRowBody()
    {
        EmitArguments();
        EmitRow();
        EmitRowAllocations();
        var (top, test) = (_il.DefineLabel(), _il.DefineLabel());
        if (!_isPartial)
            _il.Emit(OpCodes.Br, test);
        _il.MarkLabel(top);
        EmitIndexX();
        if (_isPartial)
        {
            _il.Emit(OpCodes.Ldarg_2);
            _il.Emit(OpCodes.Ldarg_1);
            _il.Emit(OpCodes.Sub);
            _il.Emit(OpCodes.Conv_I4);
            EmitEntryMask();
        }

        EmitBlocks();
        if (!_isPartial)
        {
            EmitAdvance();
            _il.MarkLabel(test);
            _il.Emit(OpCodes.Ldarg_1);
            _il.Emit(OpCodes.Ldarg_2);
            _il.Emit(OpCodes.Blt, top);
        }

        _il.Emit(OpCodes.Ret);
    }

    private void EmitAdvance()
    {
        _il.Emit(OpCodes.Ldarg_1);
        PushLong(_vectors.Lanes);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Starg_S, (byte)1);
    }

    private void EmitRow()
    {
        foreach (var parameter in _kernel.Indices.Where(parameter => parameter.Kind != IRParameterKind.IndexX && IsUsed(parameter.Value)))
        {
            _il.Emit(OpCodes.Ldarg_S, (byte)(parameter.Kind == IRParameterKind.IndexY ? 3 : 4));
            if (parameter.Value.Type == IRType.Int64)
                _il.Emit(OpCodes.Conv_I8);
            Define(parameter.Value);
        }
    }

    /// <summary>Local memory is the thread's, which runs one vector after the other.</summary>
    private void EmitRowAllocations()
    {
        foreach (var allocation in _kernel.Allocations)
        {
            PushLong(_analysis.Locals.SizeInBytes);
            Call(typeof(ThreadMemory).GetMethod(nameof(ThreadMemory.OfSize), BindingFlags.Static | BindingFlags.NonPublic)!);
            PushOffset(_analysis.Locals.OffsetOf(allocation));
            Define(allocation.Value);
        }
    }

    private void EmitIndexX()
    {
        var parameter = _kernel.Parameters.FirstOrDefault(parameter => parameter.Kind == IRParameterKind.IndexX);
        if (parameter is null || !IsUsed(parameter.Value))
            return;
        _il.Emit(OpCodes.Ldarg_1);
        if (parameter.Value.Type == IRType.Int32)
            _il.Emit(OpCodes.Conv_I4);
        Define(parameter.Value);
    }
}
