using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>The largest sets of blocks that all reach each other, after Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972.</summary>
internal sealed class StrongComponents
{
    private readonly HashSet<IRBlock> _blocks;
    private readonly Dictionary<IRBlock, int> _numbers = [];
    private readonly Dictionary<IRBlock, int> _lowest = [];
    private readonly Stack<IRBlock> _open = new();
    private readonly HashSet<IRBlock> _isOpen = [];
    private readonly List<HashSet<IRBlock>> _components = [];

    private StrongComponents(HashSet<IRBlock> blocks) => _blocks = blocks;

    /// <summary>The components among some blocks that have a cycle.</summary>
    internal static List<HashSet<IRBlock>> Of(HashSet<IRBlock> blocks)
    {
        var search = new StrongComponents(blocks);
        var ordered = new List<IRBlock>(blocks);
        ordered.Sort(static (first, second) => first.Id - second.Id);
        foreach (var block in ordered)
        {
            if (!search._numbers.ContainsKey(block))
                search.Visit(block);
        }

        return search._components;
    }

    private void Visit(IRBlock block)
    {
        _numbers[block] = _lowest[block] = _numbers.Count;
        _open.Push(block);
        _isOpen.Add(block);
        foreach (var successor in block.Successors.Where(_blocks.Contains))
        {
            if (_numbers.TryGetValue(successor, out var number))
                _lowest[block] = _isOpen.Contains(successor) ? Math.Min(_lowest[block], number) : _lowest[block];
            else
            {
                Visit(successor);
                _lowest[block] = Math.Min(_lowest[block], _lowest[successor]);
            }
        }

        if (_lowest[block] == _numbers[block])
            Close(block);
    }

    private void Close(IRBlock root)
    {
        var component = new HashSet<IRBlock>();
        IRBlock block;
        do
        {
            block = _open.Pop();
            _isOpen.Remove(block);
            component.Add(block);
        }
        while (block != root);
        if (component.Count > 1 || root.Successors.Contains(root))
            _components.Add(component);
    }
}
