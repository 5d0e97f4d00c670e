using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>Blocks that run one after the other under masks.</summary>
internal sealed class MaskRegion(IReadOnlyList<IRBlock> blocks)
{
    /// <summary>In the order of the control flow.</summary>
    internal IReadOnlyList<IRBlock> Blocks { get; } = blocks;

    internal IRBlock First => Blocks[0];

    /// <summary>Where all lanes go on together; null when the kernel ends in the region.</summary>
    internal IRBlock? Exit { get; private set; }

    internal void Close(ControlFlow flow, Dictionary<IRBlock, MaskRegion> regions)
    {
        var exits = Blocks.SelectMany(block => block.Successors).Where(block => !regions.ContainsKey(block)).Distinct().ToList();
        var returns = Blocks.Any(block => block.Terminator is IRReturn);
        if (exits.Count > 1 || (returns && exits.Count > 0) || Blocks.Any(block => block.Successors.Any(next => Leaves(next, regions))))
            throw new SimdLimitException("divergent control of this form");
        Exit = exits.FirstOrDefault();
    }

    private bool Leaves(IRBlock block, Dictionary<IRBlock, MaskRegion> regions) =>
        regions.TryGetValue(block, out var region) && region != this;
}
