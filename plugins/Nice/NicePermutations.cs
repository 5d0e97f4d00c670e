using FlowLab.Random;

namespace FlowLab.Plugins.Nice;

/// <summary>
/// Permutations of NICE-perm. Layers come in pairs (2i, 2i+1). The first of a pair permutes freely; the second permutes within the two
/// halves only. The couplings of a pair shift opposite halves, so a pair updates every coordinate; if the second permutation were free
/// as well it could undo the alternation (with D = 2 and K = 2 it would, every other time, and one coordinate would never change).
/// </summary>
public static class NicePermutations
{
    /// <summary>The permutation of a layer: component d of the result is component <c>order[d]</c> of z.</summary>
    public static int[] Draw(RandomStream random, int layer, int dimension)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (layer % 2 == 0)
            return random.NextPermutation(dimension);
        int half = dimension / 2;
        return [.. random.NextPermutation(half), .. random.NextPermutation(dimension - half).Select(d => half + d)];
    }
}
