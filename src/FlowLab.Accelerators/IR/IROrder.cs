namespace FlowLab.Accelerators.IR;

/// <summary>Orders of the blocks that can be reached from an entry.</summary>
internal static class IROrder
{
    /// <summary>Every block before its successors, but for back edges; the first successor of a branch comes first.</summary>
    internal static List<IRBlock> ReversePostorder(IRBlock entry)
    {
        var order = new List<IRBlock>();
        Visit(entry, [entry], order);
        order.Reverse();
        return order;
    }

    private static void Visit(IRBlock entry, HashSet<IRBlock> seen, List<IRBlock> order)
    {
        var stack = new Stack<Step>();
        stack.Push(new(entry));
        while (stack.TryPeek(out var top))
        {
            if (top.Next == 0)
            {
                order.Add(stack.Pop().Block);
                continue;
            }

            var successor = top.Block.Successors[--top.Next];
            if (seen.Add(successor))
                stack.Push(new(successor));
        }
    }

    /// <summary>A block with how many of its successors are still to be visited.</summary>
    private sealed class Step(IRBlock block)
    {
        internal IRBlock Block { get; } = block;

        internal int Next { get; set; } = block.Successors.Length;
    }
}
