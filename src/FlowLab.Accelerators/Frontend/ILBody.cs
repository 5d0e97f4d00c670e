using System.Reflection;
using System.Reflection.Emit;

namespace FlowLab.Accelerators.Frontend;

/// <summary>The body of a method as a graph of blocks, in reverse post-order.</summary>
internal sealed class ILBody
{
    private readonly ILBlock?[] _byOffset;
    private readonly int[] _stores;
    private readonly bool[] _assigned;

    private ILBody(MethodBody body, int arguments)
    {
        Body = body;
        Locals = body.LocalVariables;
        var il = body.GetILAsByteArray()!;
        Instructions = ILDecoder.Decode(il);
        _byOffset = new ILBlock?[il.Length + 1];
        Split();
        Connect();
        Blocks = Order();
        foreach (var block in Blocks)
        {
            block.Predecessors.RemoveAll(static predecessor => predecessor.Order < 0);
            Returns += block.Last.Code == OpCodes.Ret ? 1 : 0;
            foreach (var predecessor in block.Predecessors)
                block.LastPredecessor = Math.Max(block.LastPredecessor, predecessor.Order);
        }

        (_stores, _assigned) = (new int[Locals.Count], new bool[arguments]);
        foreach (var instruction in Instructions)
            CountStore(instruction);
    }

    internal MethodBody Body { get; }

    /// <summary>Asked for once: the runtime makes the list anew each time.</summary>
    internal IList<LocalVariableInfo> Locals { get; }

    internal List<ILInstruction> Instructions { get; }

    /// <summary>Those that can be reached; the first is the entry.</summary>
    internal List<ILBlock> Blocks { get; }

    /// <summary>Return instructions that can be reached.</summary>
    internal int Returns { get; }

    internal static ILBody Of(MethodBase method) => new(method.GetMethodBody()!, method.GetParameters().Length + (method.IsStatic ? 0 : 1));

    /// <summary>How many instructions store a local.</summary>
    internal int StoresOf(int local) => _stores[local];

    /// <summary>The method changes an argument.</summary>
    internal bool IsAssigned(int argument) => _assigned[argument];

    internal ILBlock BlockAt(int offset) => _byOffset[offset]!;

    private void CountStore(ILInstruction instruction)
    {
        if (VariableAccess.IsLocalStore(instruction))
            _stores[VariableAccess.IndexOf(instruction)]++;
        else if (instruction.Code == OpCodes.Starg || instruction.Code == OpCodes.Starg_S)
            _assigned[VariableAccess.IndexOf(instruction)] = true;
    }

    private void Split()
    {
        var isLeader = new bool[_byOffset.Length];
        foreach (var instruction in Instructions)
        {
            if (!instruction.EndsBlock)
                continue;
            isLeader[instruction.Next] = true;
            foreach (var target in TargetsOf(instruction))
                isLeader[target] = true;
        }

        ILBlock? current = null;
        foreach (var instruction in Instructions)
        {
            if (current is null || isLeader[instruction.Offset])
                _byOffset[instruction.Offset] = current = new();
            current.Instructions.Add(instruction);
        }
    }

    private void Connect()
    {
        foreach (var block in _byOffset)
        {
            if (block is null)
                continue;
            foreach (var target in TargetsOf(block.Last))
                Connect(block, BlockAt(target));
            if (block.Last.FallsThrough)
                Connect(block, BlockAt(block.Last.Next));
        }
    }

    private static void Connect(ILBlock block, ILBlock target)
    {
        if (block.Successors.Contains(target))
            return;
        block.Successors.Add(target);
        target.Predecessors.Add(block);
    }

    private List<ILBlock> Order()
    {
        var order = new List<ILBlock>();
        Visit(BlockAt(0), [], order);
        order.Reverse();
        for (var i = 0; i < order.Count; i++)
            order[i].Order = i;
        return order;
    }

    private static void Visit(ILBlock block, HashSet<ILBlock> seen, List<ILBlock> order)
    {
        if (!seen.Add(block))
            return;
        foreach (var successor in block.Successors)
            Visit(successor, seen, order);
        order.Add(block);
    }

    private static int[] TargetsOf(ILInstruction instruction) =>
        instruction.Code == OpCodes.Switch ? instruction.Targets : instruction.IsBranch ? [(int)instruction.Operand] : [];
}
