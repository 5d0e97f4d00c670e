namespace ILGPU.IR;

/// <summary>Orders of the blocks that can be reached from an entry.</summary>
internal static class IROrder
{
    /// <summary>Every block before its successors, but for back edges; the first successor of a branch comes first.</summary>
    internal static List<IRBlock> ReversePostorder(IRBlock entry)
    {
        var order = new List<IRBlock>();
        var seen = new HashSet<IRBlock> { entry };
        var stack = new Stack<(IRBlock Block, int Next)>([(entry, entry.Successors.Count)]);
        while (stack.TryPop(out var top))
        {
            if (top.Next == 0)
            {
                order.Add(top.Block);
                continue;
            }

            stack.Push((top.Block, top.Next - 1));
            var successor = top.Block.Successors[top.Next - 1];
            if (seen.Add(successor))
                stack.Push((successor, successor.Successors.Count));
        }

        order.Reverse();
        return order;
    }
}
