using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Gives every cycle of blocks one entry. A cycle that is entered at several blocks gets a new block in front, the dispatcher: all edges to
/// the entries lead there, each with the number of its entry, and the dispatcher branches to the entry of the number. No value of the cycle
/// dominates one of its entries, which can be reached past it, so only the phis of the entries move to the dispatcher.
/// </summary>
internal static class ReducibleLoops
{
    internal static void Run(IRKernel kernel)
    {
        while (FindCycle(kernel) is { } cycle)
        {
            Dispatch(kernel, cycle);
            kernel.SortBlocks();
        }
    }

    /// <summary>A cycle with several entries: cycles are looked for within cycles, without the one entry of those around.</summary>
    private static HashSet<IRBlock>? FindCycle(IRKernel kernel)
    {
        if (!HasIrreducibleEdge(kernel))
            return null;
        var work = new Stack<HashSet<IRBlock>>([[.. kernel.Blocks]]);
        while (work.TryPop(out var blocks))
        {
            foreach (var cycle in StrongComponents.Of(blocks))
            {
                var entries = EntriesOf(cycle);
                if (entries.Count > 1)
                    return cycle;
                cycle.ExceptWith(entries);
                work.Push(cycle);
            }
        }

        return null;
    }

    /// <summary>An edge back to a block that does not dominate its source.</summary>
    private static bool HasIrreducibleEdge(IRKernel kernel)
    {
        kernel.Renumber();
        var dominators = new IRDominators(kernel);
        return kernel.Blocks.Any(block => block.Predecessors.Any(from => from.Id >= block.Id && !dominators.Dominates(block, from)));
    }

    private static List<IRBlock> EntriesOf(HashSet<IRBlock> cycle) =>
        [.. cycle.Where(block => block.Predecessors.Any(from => !cycle.Contains(from))).OrderBy(block => block.Id)];

    private static void Dispatch(IRKernel kernel, HashSet<IRBlock> cycle)
    {
        var entries = EntriesOf(cycle);
        var dispatcher = new IRBlock();
        var edges = entries.SelectMany((entry, number) => entry.Predecessors.Select(from => (From: from, Entry: entry, Number: number))).ToList();
        var values = edges.Select(edge => edge.Entry.Phis.Select(phi => phi.Operands[edge.Entry.IndexOf(edge.From)]).ToArray()).ToArray();
        kernel.Blocks.Add(dispatcher);
        foreach (var edge in edges)
            Redirect(kernel, edge.From, edge.Entry, dispatcher);
        var selector = dispatcher.Append(new(IROpcode.Phi, IRType.Int32, [.. edges.Select(edge => kernel.Const(edge.Number))]));
        var replacements = new IRReplacements();
        foreach (var entry in entries)
            MovePhis(kernel, entry, dispatcher, [.. edges.Select((edge, i) => edge.Entry == entry ? values[i] : null)], replacements);
        Choose(kernel, dispatcher, selector, entries);
        kernel.ReplaceUses(replacements);
    }

    /// <summary>A block of its own on the way, because a branch may lead to two of the entries.</summary>
    private static void Redirect(IRKernel kernel, IRBlock from, IRBlock entry, IRBlock dispatcher)
    {
        var between = new IRBlock();
        kernel.Blocks.Add(between);
        from.Terminator = from.Terminator is IRBranch branch
            ? new IRBranch(branch.Condition, branch.Then == entry ? between : branch.Then, branch.Else == entry ? between : branch.Else)
            : new IRJump(between);
        between.Terminator = new IRJump(dispatcher);
    }

    private static void MovePhis(
        IRKernel kernel, IRBlock entry, IRBlock dispatcher, IRValue[]?[] values, IRReplacements replacements)
    {
        for (var i = 0; i < entry.Phis.Count; i++)
        {
            var (phi, number) = (entry.Phis[i], i);
            IRValue[] operands = [.. values.Select(edge => edge?[number] ?? kernel.Const(phi.Type, 0))];
            replacements.Add(phi, dispatcher.Append(new(IROpcode.Phi, phi.Type, operands) { Location = phi.Location }));
        }

        entry.Phis.Clear();
    }

    private static void Choose(IRKernel kernel, IRBlock block, IRValue selector, List<IRBlock> entries)
    {
        for (var number = 0; number < entries.Count - 1; number++)
        {
            var isEntry = block.Append(new(IROpcode.CmpEq, IRType.Bool, selector, kernel.Const(number)));
            var rest = number == entries.Count - 2 ? entries[^1] : new IRBlock();
            if (rest != entries[^1])
                kernel.Blocks.Add(rest);
            block.Terminator = new IRBranch(isEntry, entries[number], rest);
            block = rest;
        }
    }
}
