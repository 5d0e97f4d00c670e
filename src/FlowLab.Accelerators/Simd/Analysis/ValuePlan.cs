using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>What is kept of every value, and where: decided before code is emitted.</summary>
internal sealed class ValuePlan
{
    private readonly SimdAnalysis _analysis;
    private readonly ValueForm?[] _forms;
    private readonly bool?[] _areInlined;
    private readonly bool?[] _areLeaving;
    private readonly bool?[] _haveTwins;

    internal ValuePlan(SimdAnalysis analysis)
    {
        _analysis = analysis;
        var count = analysis.Uses.Count;
        (_forms, _areInlined, _areLeaving, _haveTwins) = (new ValueForm?[count], new bool?[count], new bool?[count], new bool?[count]);
    }

    private Divergence Divergence => _analysis.Divergence;

    internal ValueForm FormOf(IRValue value)
    {
        if (value.Id < 0)
            return ValueForm.Scalar;
        return _forms[value.Id] ??= FindForm(value);
    }

    /// <summary>The form of a value where it is used: behind a divergent loop, lanes differ in what was the same in all.</summary>
    internal ValueForm FormAt(IRValue value, IRBlock use) => Divergence.IsUsedAfterDivergentLoop(value, use)
        ? value.Type.Is64Bit ? ValueForm.Wide : ValueForm.Vector
        : FormOf(value);

    /// <summary>Computed at its only use, in the same block.</summary>
    internal bool IsInlined(IRValue value) => value.Id >= 0 && (_areInlined[value.Id] ??= FindInlined(value));

    /// <summary>The value is used after a loop that lanes leave at different times.</summary>
    internal bool IsLeaving(IRValue value) => value.Id >= 0 && (_areLeaving[value.Id] ??= FindLeaving(value));

    /// <summary>A varying phi of a header keeps, in lanes that have left its loop, what it was then; other values are kept aside.</summary>
    internal bool IsFrozen(IRValue value) => value.Opcode == IROpcode.Phi && _analysis.Flow.IsHeader(value.Block!)
        && FormOf(value) != ValueForm.Scalar && IsLeaving(value);

    /// <summary>A scalar that deeper loops need as a vector is broadcast where it is defined.</summary>
    internal bool HasTwin(IRValue value) => value.Id >= 0 && (_haveTwins[value.Id] ??= FindTwin(value));

    /// <summary>Computed lane by lane in memory, both halves at once.</summary>
    internal bool IsPerLane(IRValue value) => FormOf(value) is ValueForm.Vector or ValueForm.Wide && PerLaneOperations.Contains(value);

    private ValueForm FindForm(IRValue value)
    {
        if (!Divergence.ShapeOf(value).IsVarying)
            return ValueForm.Scalar;
        if (!value.Type.Is64Bit)
            return ValueForm.Vector;
        return _analysis.Virtuals.IsVirtual(value) ? ValueForm.Virtual : ValueForm.Wide;
    }

    private bool FindInlined(IRValue value)
    {
        var uses = _analysis.Uses.Of(value);
        if (value.Block is null || !value.IsPure || uses.Length != 1 || uses[0].Block != value.Block || HasTwin(value) || IsLeaving(value))
            return false;
        var form = FormOf(value);
        if (form == ValueForm.Scalar ? value.Opcode == IROpcode.Select : IsPerLane(value))
            return false;
        return uses[0].User is not { } user || !IsPushedTwice(form, user);
    }

    /// <summary>Users of 64-bit lanes push what is not made of halves once for each half; users of virtual values may be anywhere.</summary>
    private bool IsPushedTwice(ValueForm form, IRValue user)
    {
        var userForm = user.Type == IRType.Void ? ValueForm.Scalar : FormOf(user);
        if (userForm == ValueForm.Virtual || user.Opcode == IROpcode.Shuffle)
            return true;
        return userForm == ValueForm.Wide && form != ValueForm.Wide;
    }

    private bool FindLeaving(IRValue value)
    {
        foreach (var use in _analysis.Uses.Of(value))
        {
            if (Divergence.IsUsedAfterDivergentLoop(value, use.Block))
                return true;
        }

        return false;
    }

    private bool FindTwin(IRValue value)
    {
        if (value.Type.Is64Bit || !Divergence.ShapeOf(value).IsScalar)
            return false;
        var nest = _analysis.Flow.Nest;
        var depth = value.Block is not null ? nest.DepthOf(value.Block) : Divergence.ShapeOf(value).IsUniform ? -1 : 0;
        foreach (var use in _analysis.Uses.Of(value))
        {
            if (nest.DepthOf(use.Block) > depth && IsVectorUse(use))
                return true;
        }

        return false;
    }

    private bool IsVectorUse(ValueUse use)
    {
        if (use.User is not { } user || user.Opcode is IROpcode.Load or IROpcode.Element)
            return false;
        if (user.Opcode == IROpcode.Store)
            return use.Operand == 1 && !Divergence.ShapeOf(user.Operands[0]).IsUniform;
        return user.Type != IRType.Void && FormOf(user) == ValueForm.Vector;
    }
}
