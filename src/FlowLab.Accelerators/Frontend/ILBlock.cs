namespace FlowLab.Accelerators.Frontend;

/// <summary>A straight line of instructions of one method.</summary>
internal sealed class ILBlock
{
    internal List<ILInstruction> Instructions { get; } = [];

    internal List<ILBlock> Successors { get; } = [];

    internal List<ILBlock> Predecessors { get; } = [];

    /// <summary>The position in reverse post-order; -1 where it cannot be reached.</summary>
    internal int Order { get; set; } = -1;

    /// <summary>The position of the predecessor that comes last; -1 where there is none.</summary>
    internal int LastPredecessor { get; set; } = -1;

    internal int Offset => Instructions[0].Offset;

    internal ILInstruction Last => Instructions[^1];
}
