using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>The locals of the emitted method, and which of them can be had again.</summary>
internal sealed partial class SimdEmitter
{
    private const int Roles = (int)LocalRole.LeavingHigh + 1;

    private readonly LocalBuilder?[] _locals;

    // Listings are easier to read where every value has its own name.
    private readonly bool _sharesLocals;
    private readonly Dictionary<Type, Stack<LocalBuilder>> _free = [];
    private readonly Stack<LocalBuilder> _freeRegionMasks = new();
    private readonly Stack<LocalBuilder> _freeRegionBits = new();

    private LocalBuilder LocalOf(IRValue value, LocalRole role)
    {
        ref var local = ref _locals[(value.Id * Roles) + (int)role];
        if (local is not null)
            return local;
        var type = role == LocalRole.Scalar ? ClrTypeOf(value.Type) : _vectors.TypeOf(value.Type);
        return local = _sharesLocals && _spans.IsShared(value) ? TakeLocal(type) : _il.DeclareLocal(type);
    }

    private LocalBuilder TakeLocal(Type type) => _free.TryGetValue(type, out var free) && free.TryPop(out var local) ? local : _il.DeclareLocal(type);

    /// <summary>Masks live from edge to edge, across blocks: they share locals with those of other regions only.</summary>
    private LocalBuilder TakeRegionMask() => _freeRegionMasks.TryPop(out var mask) ? mask : _il.DeclareLocal(_vectors.Int);

    private void GiveBack(LocalBuilder? local)
    {
        if (local is null)
            return;
        if (!_free.TryGetValue(local.LocalType, out var free))
            _free[local.LocalType] = free = new();
        free.Push(local);
    }

    /// <summary>Of a value, and of those that end where it ends.</summary>
    private void GiveBackLocals(IRValue? value)
    {
        if (!_sharesLocals)
            return;
        for (; value is not null; value = _spans.Next(value))
        {
            for (var role = 0; role < Roles; role++)
            {
                ref var local = ref _locals[(value.Id * Roles) + role];
                GiveBack(local);
                local = null;
            }
        }
    }

    /// <summary>The masks of a region, where nothing that is still to come leads into it.</summary>
    private void GiveBackMasks(MaskRegion region)
    {
        if (!_sharesLocals || !IsEntered(region))
            return;
        foreach (var block in region.Blocks)
        {
            if (!_plan.OwnsMask(block))
                continue;
            if (_masks[block.Id] is { } mask)
                _freeRegionMasks.Push(mask);
            if (_activeBits[block.Id] is { } bits)
                _freeRegionBits.Push(bits);
            (_masks[block.Id], _activeBits[block.Id]) = (null, null);
        }
    }

    private bool IsEntered(MaskRegion region)
    {
        var first = _flow.PositionOf(region.First);
        foreach (var block in region.Blocks)
        {
            foreach (var predecessor in block.Predecessors)
            {
                var isInside = _plan.IsMasked(predecessor) && _plan.RegionOf(predecessor) == region;
                if (!isInside && _flow.PositionOf(predecessor) > first)
                    return false;
            }
        }

        return true;
    }
}
