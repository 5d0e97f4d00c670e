using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Values that nothing outside of their block needs, and where in it they are needed for the last time: another value can have their locals
/// from there on. The JIT stops to optimise methods of too many locals, so large kernels have to share them.
/// </summary>
internal sealed class LocalSpans
{
    private const int Unknown = -2;
    private const int Unending = -1;

    private readonly SimdAnalysis _analysis;
    private readonly int[] _ends;
    private readonly IRValue?[] _firstAt;
    private readonly IRValue?[] _firstBehind;
    private readonly IRValue?[] _next;

    internal LocalSpans(SimdAnalysis analysis)
    {
        _analysis = analysis;
        var count = analysis.Uses.Count;
        (_ends, _firstAt, _next) = (Numbers.Filled(count, Unknown), new IRValue?[count], new IRValue?[count]);
        _firstBehind = new IRValue?[analysis.Kernel.Blocks.Count];

        // A warp that goes on behind a barrier takes all of its locals from its frame.
        if (analysis.IsGrouped)
            return;
        foreach (var block in analysis.Kernel.Blocks)
        {
            foreach (var value in block.Instructions)
                Add(value, block);
        }
    }

    internal bool IsShared(IRValue value) => _ends[value.Id] >= 0;

    /// <summary>The first of the values that are needed for the last time by an instruction.</summary>
    internal IRValue? EndingAt(IRValue instruction) => _firstAt[instruction.Id];

    /// <summary>The first of the values that are needed for the last time where a block ends.</summary>
    internal IRValue? EndingBehind(IRBlock block) => _firstBehind[block.Id];

    /// <summary>The next value that ends at the same place.</summary>
    internal IRValue? Next(IRValue value) => _next[value.Id];

    private static int BehindOf(IRBlock block) => block.Instructions[^1].Id + 1;

    private void Add(IRValue value, IRBlock block)
    {
        if (value.Type == IRType.Void || IsCarried(value) || EndOf(value) is var end && end == Unending)
            return;
        ref var first = ref end == BehindOf(block) ? ref _firstBehind[block.Id] : ref _firstAt[end];
        (_next[value.Id], first) = (first, value);
    }

    /// <summary>The number of the instruction that needs a value last, or the one behind the block's last.</summary>
    private int EndOf(IRValue value)
    {
        ref var end = ref _ends[value.Id];
        if (end == Unknown)
            end = FindEnd(value, value.Block!);
        return end;
    }

    private int FindEnd(IRValue value, IRBlock block)
    {
        var end = value.Id;
        foreach (var use in _analysis.Uses.Of(value))
        {
            if (use.Block != block || _analysis.Values.IsLeaving(value))
                return Unending;
            var last = use.User is null || use.User.Opcode == IROpcode.Phi ? BehindOf(block) : IsCarried(use.User) ? EndOf(use.User) : use.User.Id;
            if (last == Unending)
                return Unending;
            end = Math.Max(end, last);
        }

        return end;
    }

    /// <summary>It has no local: who uses it computes it.</summary>
    private bool IsCarried(IRValue value) =>
        value.Type != IRType.Void && (_analysis.Values.IsInlined(value) || _analysis.Values.FormOf(value) == ValueForm.Virtual);
}
