namespace FlowLab.Accelerators.IR;

/// <summary>
/// Checks that a kernel is well-formed: blocks in reverse post-order with true predecessors, every value defined before it is used on
/// every path, operands of the types that the opcode takes.
/// </summary>
internal static class IRVerifier
{
    /// <exception cref="InvalidOperationException">The kernel is not well-formed; the message has all faults and the dump.</exception>
    internal static void Verify(IRKernel kernel)
    {
        var faults = Faults(kernel);
        if (faults.Count > 0)
            throw new InvalidOperationException($"The IR is broken:\n{string.Join('\n', faults)}\n{kernel}");
    }

    internal static List<string> Faults(IRKernel kernel)
    {
        kernel.Renumber();
        var faults = new List<string>();
        VerifyBlocks(kernel, faults);
        if (faults.Count > 0)
            return faults;
        VerifyUses(kernel, faults);
        foreach (var value in kernel.Values)
        {
            if (IRTypeRules.FaultOf(value) is { } fault)
                faults.Add($"{value}: {fault}");
        }

        return faults;
    }

    private static void VerifyBlocks(IRKernel kernel, List<string> faults)
    {
        if (kernel.Entry.Predecessors.Count > 0)
            faults.Add("The entry has predecessors.");
        foreach (var block in kernel.Blocks.Where(block => !block.HasTerminator))
            faults.Add($"{block} has no terminator.");
        if (faults.Count > 0)
            return;
        if (!IROrder.ReversePostorder(kernel.Entry).SequenceEqual(kernel.Blocks))
            faults.Add("The blocks are not in reverse post-order, or not all can be reached.");
        var edges = kernel.Blocks.SelectMany(block => block.Successors.Select(successor => (From: block, To: successor))).ToLookup(edge => edge.To, edge => edge.From);
        foreach (var block in kernel.Blocks)
            VerifyEdges(edges[block], block, faults);
    }

    private static void VerifyEdges(IEnumerable<IRBlock> predecessors, IRBlock block, List<string> faults)
    {
        if (!predecessors.ToHashSet().SetEquals(block.Predecessors) || block.Predecessors.Distinct().Count() != block.Predecessors.Count)
            faults.Add($"{block} has other predecessors than it says: {string.Join(", ", block.Predecessors)}.");
        if (block.Successors.Distinct().Count() != block.Successors.Length)
            faults.Add($"{block} branches to one block on both sides.");
        if (block.Terminator is IRBranch { Condition.Type: not IRType.Bool })
            faults.Add($"{block} branches on a value that is no bool.");
        foreach (var phi in block.Phis.Where(phi => phi.Operands.Count != block.Predecessors.Count))
            faults.Add($"{phi} has {phi.Operands.Count} operands for {block.Predecessors.Count} predecessors.");
    }

    private static void VerifyUses(IRKernel kernel, List<string> faults)
    {
        var dominators = new IRDominators(kernel);
        var positions = new Dictionary<IRValue, int>();
        foreach (var value in kernel.Values)
            positions[value] = positions.Count;
        foreach (var block in kernel.Blocks)
        {
            foreach (var value in block.Values.Where(value => value.Block != block))
                faults.Add($"{value} lies in {block} but says {value.Block}.");
            foreach (var phi in block.Phis)
                VerifyPhi(kernel, phi, block, positions, dominators, faults);
            foreach (var value in block.Instructions)
            {
                foreach (var operand in value.Operands.Where(operand => !IsDefined(kernel, operand, block, positions[value], positions, dominators)))
                    faults.Add($"{value} uses {IRDump.Reference(operand)} where it is not defined.");
            }

            if (block.Terminator is IRBranch branch && !IsDefined(kernel, branch.Condition, block, int.MaxValue, positions, dominators))
                faults.Add($"{block} branches on {IRDump.Reference(branch.Condition)}, which is not defined there.");
        }
    }

    private static void VerifyPhi(
        IRKernel kernel, IRValue phi, IRBlock block, Dictionary<IRValue, int> positions, IRDominators dominators, List<string> faults)
    {
        for (var i = 0; i < phi.Operands.Count; i++)
        {
            if (!IsDefined(kernel, phi.Operands[i], block.Predecessors[i], int.MaxValue, positions, dominators))
                faults.Add($"{phi} uses {IRDump.Reference(phi.Operands[i])}, which is not defined at the end of {block.Predecessors[i]}.");
        }
    }

    private static bool IsDefined(
        IRKernel kernel, IRValue value, IRBlock at, int position, Dictionary<IRValue, int> positions, IRDominators dominators)
    {
        if (value.IsConst)
            return kernel.Const(value.Type, value.Bits) == value;
        if (value.Opcode == IROpcode.Parameter)
            return kernel.Parameters.Contains(value.Parameter);
        if (value.Opcode == IROpcode.Allocation)
            return kernel.Allocations.Contains(value.Allocation!);
        if (!positions.TryGetValue(value, out var defined))
            return false;
        return value.Block == at ? defined < position : dominators.Dominates(value.Block!, at);
    }
}
