namespace FlowLab.Accelerators.IR;

/// <summary>How a block ends.</summary>
internal abstract class IRTerminator
{
    /// <summary>The blocks that may follow: none, one, or two different ones.</summary>
    internal abstract IRBlock[] Successors { get; }
}

/// <summary>The instance is finished.</summary>
internal sealed class IRReturn : IRTerminator
{
    internal override IRBlock[] Successors => [];
}

/// <summary>Goes on with one block.</summary>
internal sealed class IRJump(IRBlock target) : IRTerminator
{
    internal IRBlock Target { get; } = target;

    internal override IRBlock[] Successors { get; } = [target];
}

/// <summary>Goes on with one of two different blocks.</summary>
internal sealed class IRBranch(IRValue condition, IRBlock then, IRBlock @else) : IRTerminator
{
    /// <summary>A Bool.</summary>
    internal IRValue Condition { get; set; } = condition;

    internal IRBlock Then { get; } = then;

    internal IRBlock Else { get; } = @else;

    internal override IRBlock[] Successors { get; } = [then, @else];
}
