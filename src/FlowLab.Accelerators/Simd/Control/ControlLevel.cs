using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// The body of one loop, or the whole kernel, with each inner loop as one node: no cycles. The nodes are in topological order; a node
/// stands for its first block. Behind the last node comes the end, where back edges and exits of the loop lead.
/// </summary>
internal sealed class ControlLevel
{
    private readonly LoopNest _nest;
    private readonly List<IRBlock> _nodes = [];
    private readonly Dictionary<IRBlock, int> _positions = [];
    private readonly int[] _reconvergence;

    internal ControlLevel(LoopNest nest, Loop? loop, IRBlock first)
    {
        (_nest, Loop) = (nest, loop);
        Visit(first, []);
        _nodes.Reverse();
        for (var i = 0; i < _nodes.Count; i++)
            _positions[_nodes[i]] = i;
        _reconvergence = FindReconvergence();
    }

    internal Loop? Loop { get; }

    internal IReadOnlyList<IRBlock> Nodes => _nodes;

    /// <summary>The inner loop that a node stands for, or null when it is a block.</summary>
    internal Loop? InnerOf(IRBlock node) => _nest.InnermostOf(node) is { } loop && loop != Loop ? ChildOf(loop) : null;

    /// <summary>The node of a block at this level.</summary>
    internal IRBlock NodeOf(IRBlock block) => InnerOf(block)?.Header ?? block;

    /// <summary>The nodes that instances go on to from a node; null is the end.</summary>
    internal List<IRBlock?> SuccessorsOf(IRBlock node)
    {
        var (blocks, known) = (InnerOf(node) is { } inner ? inner.Exits : node.Successors, new List<IRBlock?>());
        foreach (var block in blocks)
        {
            var next = IsInside(block) ? NodeOf(block) : null;
            if (!known.Contains(next))
                known.Add(next);
        }

        if (known.Count == 0)
            known.Add(null);
        return known;
    }

    /// <summary>Where all instances that are together in a node are together again; null is the end.</summary>
    internal IRBlock? ReconvergenceOf(IRBlock node)
    {
        var position = _reconvergence[_positions[node]];
        return position == _nodes.Count ? null : _nodes[position];
    }

    /// <summary>The nodes on the ways from a node to where its instances reconverge.</summary>
    internal IEnumerable<IRBlock> Between(IRBlock node, IRBlock? end)
    {
        var seen = new HashSet<IRBlock>();
        var work = new Stack<IRBlock?>(SuccessorsOf(node));
        while (work.TryPop(out var next))
        {
            if (next is null || next == end || !seen.Add(next))
                continue;
            foreach (var successor in SuccessorsOf(next))
                work.Push(successor);
        }

        return seen;
    }

    /// <summary>The nodes where instances that left in different directions first meet, of those that start at the given nodes.</summary>
    internal IEnumerable<IRBlock> Joins(IEnumerable<IRBlock> starts)
    {
        var labels = new Dictionary<IRBlock, HashSet<IRBlock>>();
        foreach (var start in starts)
            labels[start] = [start];
        foreach (var node in _nodes.Where(labels.ContainsKey))
        {
            var label = labels[node].Count > 1 ? node : labels[node].Single();
            if (labels[node].Count > 1)
                yield return node;
            foreach (var successor in SuccessorsOf(node).OfType<IRBlock>())
            {
                labels.TryAdd(successor, []);
                labels[successor].Add(label);
            }
        }
    }

    private bool IsInside(IRBlock block) => LoopNest.IsIn(block, Loop) && block != Loop?.Header;

    private Loop? ChildOf(Loop loop)
    {
        var child = loop;
        while (child.Parent != Loop)
        {
            if (child.Parent is null)
                return null;
            child = child.Parent;
        }

        return child;
    }

    private void Visit(IRBlock node, HashSet<IRBlock> seen)
    {
        if (!seen.Add(node))
            return;
        foreach (var successor in SuccessorsOf(node).OfType<IRBlock>().Reverse())
            Visit(successor, seen);
        _nodes.Add(node);
    }

    private int[] FindReconvergence()
    {
        var result = new int[_nodes.Count + 1];
        result[^1] = _nodes.Count;
        for (var i = _nodes.Count - 1; i >= 0; i--)
        {
            var next = -1;
            foreach (var successor in SuccessorsOf(_nodes[i]))
            {
                var position = successor is null ? _nodes.Count : _positions[successor];
                next = next < 0 ? position : Common(result, next, position);
            }

            result[i] = next;
        }

        return result;
    }

    private static int Common(int[] result, int first, int second)
    {
        while (first != second)
        {
            if (first < second)
                first = result[first];
            else
                second = result[second];
        }

        return first;
    }
}
