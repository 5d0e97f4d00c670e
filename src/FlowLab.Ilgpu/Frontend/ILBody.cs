using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Frontend;

/// <summary>The body of a method as a graph of blocks, in reverse post-order.</summary>
internal sealed class ILBody
{
    private readonly Dictionary<int, ILBlock> _byOffset = [];

    private ILBody(MethodBody body)
    {
        Body = body;
        Instructions = ILDecoder.Decode(body.GetILAsByteArray());
        Split();
        Connect();
        Blocks = Order();
        foreach (var block in Blocks)
            block.Predecessors.RemoveAll(predecessor => predecessor.Order < 0);
        StoreCounts = Instructions.Where(instruction => VariableAccess.IsLocalStore(instruction))
            .CountBy(VariableAccess.IndexOf).ToDictionary();
        AssignedArguments = [.. Instructions.Where(instruction => instruction.Code == OpCodes.Starg || instruction.Code == OpCodes.Starg_S)
            .Select(VariableAccess.IndexOf)];
    }

    internal MethodBody Body { get; }

    internal List<ILInstruction> Instructions { get; }

    /// <summary>Those that can be reached; the first is the entry.</summary>
    internal List<ILBlock> Blocks { get; }

    /// <summary>How many instructions store each local.</summary>
    internal Dictionary<int, int> StoreCounts { get; }

    internal HashSet<int> AssignedArguments { get; }

    internal static ILBody Of(MethodBase method) => new(method.GetMethodBody()!);

    internal ILBlock BlockAt(int offset) => _byOffset[offset];

    private void Split()
    {
        HashSet<int> leaders = [0, .. Instructions.Where(instruction => instruction.EndsBlock).SelectMany(TargetsOf)];
        leaders.UnionWith(Instructions.Where(instruction => instruction.EndsBlock).Select(instruction => instruction.Next));
        ILBlock? current = null;
        foreach (var instruction in Instructions)
        {
            if (current is null || leaders.Contains(instruction.Offset))
                _byOffset[instruction.Offset] = current = new();
            current.Instructions.Add(instruction);
        }
    }

    private void Connect()
    {
        foreach (var block in _byOffset.Values)
        {
            var targets = TargetsOf(block.Last);
            if (block.Last.FallsThrough)
                targets = targets.Append(block.Last.Next);
            foreach (var target in targets.Distinct().Select(offset => _byOffset[offset]))
            {
                block.Successors.Add(target);
                target.Predecessors.Add(block);
            }
        }
    }

    private List<ILBlock> Order()
    {
        var order = new List<ILBlock>();
        var seen = new HashSet<ILBlock>();
        Visit(_byOffset[0], seen, order);
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

    private static IEnumerable<int> TargetsOf(ILInstruction instruction) =>
        instruction.Code == OpCodes.Switch ? instruction.Targets : instruction.IsBranch ? [(int)instruction.Operand] : [];
}
