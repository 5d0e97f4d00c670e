using FlowLab.Random;

namespace FlowLab.Plugins.RealNvp;

/// <summary>The parts of z: layers come in pairs, the two of a pair move opposite parts, so that a pair updates every component.</summary>
public static class RealNvpMasks
{
    /// <summary>The components of a pair's first part, D / 2 of them, then those of its second part.</summary>
    public static int[] Draw(RealNvpMask mask, RandomStream random, int dimension)
    {
        ArgumentNullException.ThrowIfNull(random);
        return mask == RealNvpMask.Random ? random.NextPermutation(dimension) : [.. Enumerable.Range(0, dimension)];
    }
}
