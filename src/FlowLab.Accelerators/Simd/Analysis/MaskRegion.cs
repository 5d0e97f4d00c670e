using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Blocks that run one after the other under masks.</summary>
internal sealed class MaskRegion(IReadOnlyList<IRBlock> blocks)
{
    /// <summary>In the order of the control flow.</summary>
    internal IReadOnlyList<IRBlock> Blocks { get; } = blocks;

    internal IRBlock First => Blocks[0];

    /// <summary>Where all lanes go on together; null when the kernel ends in the region.</summary>
    internal IRBlock? Exit { get; private set; }

    internal void Close(Dictionary<IRBlock, MaskRegion> regions)
    {
        foreach (var block in Blocks)
        {
            foreach (var next in block.Successors)
            {
                if (!regions.ContainsKey(next))
                    Exit = next;
            }
        }
    }

    /// <summary>Another region that a block leads to, or null.</summary>
    internal MaskRegion? NextRegion(Dictionary<IRBlock, MaskRegion> regions)
    {
        foreach (var block in Blocks)
        {
            foreach (var next in block.Successors)
            {
                if (regions.TryGetValue(next, out var region) && region != this)
                    return region;
            }
        }

        return null;
    }
}
