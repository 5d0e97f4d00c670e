using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Loops, dominators and an order of the blocks of a kernel in which loops are contiguous.</summary>
internal sealed class ControlFlow
{
    private readonly ControlLevel _root;
    private readonly Dictionary<Loop, ControlLevel> _levels = [];
    private readonly Dictionary<IRBlock, int> _positions = [];

    internal ControlFlow(IRKernel kernel)
    {
        CanonicalLoops.Run(kernel);
        Dominators = new(kernel);
        Nest = new(kernel, Dominators);
        _root = new(Nest, null, kernel.Entry);
        foreach (var loop in Nest.Loops)
            _levels[loop] = new(Nest, loop, loop.Header);
        Order = [.. Expand(_root)];
        for (var i = 0; i < Order.Count; i++)
            _positions[Order[i]] = i;
    }

    internal Dominators Dominators { get; }

    internal LoopNest Nest { get; }

    /// <summary>Every block before its successors, but for back edges; loops are contiguous and end with their latch.</summary>
    internal IReadOnlyList<IRBlock> Order { get; }

    internal ControlLevel LevelOf(Loop? loop) => loop is null ? _root : _levels[loop];

    internal int PositionOf(IRBlock block) => _positions[block];

    internal bool IsHeader(IRBlock block) => Nest.InnermostOf(block)?.Header == block;

    internal bool IsBackEdge(IRBlock from, IRBlock to) => IsHeader(to) && Nest.InnermostOf(to)!.Blocks.Contains(from);

    private IEnumerable<IRBlock> Expand(ControlLevel level) =>
        level.Nodes.SelectMany(node => level.InnerOf(node) is { } inner ? Expand(_levels[inner]) : [node]);
}
