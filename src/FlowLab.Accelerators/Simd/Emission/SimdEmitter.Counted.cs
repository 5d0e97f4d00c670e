using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Loops in which all lanes take part until one of them has reached its end: see <see cref="CountedLoop"/>.</summary>
internal sealed partial class SimdEmitter
{
    private readonly Dictionary<IRBlock, CountedLoop> _counted = [];
    private readonly Dictionary<IRBlock, Label> _bodies = [];
    private readonly Dictionary<IRBlock, Label> _again = [];

    /// <summary>By bound and stride: where the counter of the first lane is below it, every lane is below its own bound.</summary>
    private readonly Dictionary<(IRValue Bound, int Stride), LocalBuilder> _limits = [];
    private readonly Dictionary<IRValue, List<int>> _limitedStrides = [];

    /// <summary>Where lanes wait for each other, locals do not live from one place to the next; in part of a vector, lanes are always missing.</summary>
    private void FindCountedLoops()
    {
        if (_isPartial || _analysis.Waits)
            return;
        foreach (var block in _flow.Order)
        {
            if (CountedLoop.At(block, _analysis, _plan) is not { } loop)
                continue;
            _counted[block] = loop;
            _bodies[loop.Body] = _il.DefineLabel();
            _again[block] = _il.DefineLabel();
            if (!_divergence.ShapeOf(loop.Bound).IsVarying || _limits.ContainsKey((loop.Bound, loop.Stride)))
                continue;
            _limits[(loop.Bound, loop.Stride)] = _il.DeclareLocal(typeof(long));
            if (!_limitedStrides.TryGetValue(loop.Bound, out var strides))
                _limitedStrides[loop.Bound] = strides = [];
            strides.Add(loop.Stride);
        }
    }

    /// <summary>Makes the limits of a bound, once, where it is defined.</summary>
    private void EmitLimits(IRValue bound)
    {
        if (!_limitedStrides.TryGetValue(bound, out var strides))
            return;
        foreach (var stride in strides)
        {
            _il.Emit(OpCodes.Ldloc, LocalOf(bound, LocalRole.Vector));
            PushInt(stride);
            Call(_vectors.Extra("LeastLimit"));
            _il.Emit(OpCodes.Stloc, _limits[(bound, stride)]);
        }
    }

    /// <summary>The header of a counted loop: all lanes go to the body at once, or each looks at its own bound.</summary>
    private void EmitCountedHeader(IRBlock header, CountedLoop loop)
    {
        var (limit, slow) = (_il.DeclareLocal(typeof(long)), _il.DefineLabel());
        EmitLimitOnEntry(header, loop, limit);
        _il.MarkLabel(_again[header]);
        CompletePhis(header);
        PushScalar(loop.Counter);
        _il.Emit(OpCodes.Conv_I8);
        _il.Emit(OpCodes.Ldloc, limit);
        _il.Emit(OpCodes.Bge, slow);
        _il.Emit(OpCodes.Ldloc, MaskOf(header));
        _il.Emit(OpCodes.Stloc, MaskOf(loop.Body));
        PushInt(_vectors.AllLanes);
        _il.Emit(OpCodes.Stloc, ActiveBitsOf(loop.Body));
        _il.Emit(OpCodes.Br, _bodies[loop.Body]);
        _il.MarkLabel(slow);
    }

    /// <summary>Where some lanes are missing from the start, the way for all is never taken.</summary>
    private void EmitLimitOnEntry(IRBlock header, CountedLoop loop, LocalBuilder limit)
    {
        var done = _il.DefineLabel();
        PushLong(long.MinValue);
        _il.Emit(OpCodes.Stloc, limit);
        _il.Emit(OpCodes.Ldloc, MaskOf(header));
        Call(_vectors.Generic("ExtractMostSignificantBits", typeof(int), 1));
        _il.Emit(OpCodes.Conv_I4);
        PushInt(_vectors.AllLanes);
        _il.Emit(OpCodes.Bne_Un, done);
        if (_limits.TryGetValue((loop.Bound, loop.Stride), out var known))
            _il.Emit(OpCodes.Ldloc, known);
        else
        {
            PushScalar(loop.Bound);
            _il.Emit(OpCodes.Conv_I8);
            PushLong((long)loop.Stride * (_vectors.Lanes - 1));
            _il.Emit(OpCodes.Sub);
        }

        _il.Emit(OpCodes.Stloc, limit);
        _il.MarkLabel(done);
    }
}
