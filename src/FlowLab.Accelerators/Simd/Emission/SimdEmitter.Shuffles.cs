using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Lanes that read other lanes.</summary>
internal sealed partial class SimdEmitter
{
    private void EmitShuffle(IRValue value)
    {
        EmitMeeting(value.Block!);
        var source = _il.DeclareLocal(_vectors.Int);
        PushSource(value);
        _il.Emit(OpCodes.Stloc, source);
        if (!value.Type.Is64Bit)
        {
            PushPermuted(value, source);
            _il.Emit(OpCodes.Stloc, LocalOf(value, LocalRole.Vector));
        }
        else
        {
            for (var half = 0; half < 2; half++)
            {
                PushPermutedHalf(value, source, half);
                _il.Emit(OpCodes.Stloc, LocalOf(value, LocalRole.Low + half));
            }
        }

        Complete(value);
    }

    private void PushPermuted(IRValue value, LocalBuilder source)
    {
        PushVector(value.Operands[0], value.Block!);
        if (value.Type == IRType.Float32)
            Reinterpret("AsInt32", typeof(float));
        _il.Emit(OpCodes.Ldloc, source);
        Call(_vectors.Extra("Permute"));
        if (value.Type == IRType.Float32)
            Reinterpret("AsSingle", typeof(int));
    }

    private void PushPermutedHalf(IRValue value, LocalBuilder source, int half)
    {
        for (var i = 0; i < 2; i++)
        {
            PushHalf(value.Operands[0], value.Block!, i);
            if (value.Type == IRType.Float64)
                Reinterpret("AsInt64", typeof(double));
        }

        _il.Emit(OpCodes.Ldloc, source);
        Call(_vectors.Exact(Widening(half), _vectors.Int));
        Call(_vectors.Extra("PermuteWide"));
        if (value.Type == IRType.Float64)
            Reinterpret("AsDouble", typeof(long));
    }

    /// <summary>The lane that each lane reads: the own one where the other lies outside of the part, or of the threads of the warp.</summary>
    private void PushSource(IRValue value)
    {
        var block = value.Block!;
        PushVector(value.Operands[1], block);
        PushVector(value.Operands[2], block);
        if (_isPartial)
            PushThreadsOfWarp();
        else
            PushInt(_vectors.Lanes);
        Call(_vectors.Extra($"Source{value.Shuffle}"));
    }
}
