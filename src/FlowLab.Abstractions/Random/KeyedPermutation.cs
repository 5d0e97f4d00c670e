namespace FlowLab.Random;

/// <summary>
/// Random permutations of 0 .. N - 1 without memory: each (seed, purpose, epoch) has one, and each element of it is computed alone, which
/// is what a kernel needs that shuffles an epoch for many seeds at once. Usable in kernels.
/// <para>
/// A balanced Feistel network of <see cref="Rounds"/> rounds permutes the numbers below the next power of four; its round functions are
/// <see cref="KernelRandom.Bits"/> at (seed, purpose, epoch, right half, round). A result of N or more is permuted again until it is
/// smaller ("cycle walking"), which leaves a permutation of 0 .. N - 1. One element costs fewer than four walks on average.
/// Luby and Rackoff, How to construct pseudorandom permutations from pseudorandom functions, SIAM J. Comput. 17(2), 1988; Black and Rogaway,
/// Ciphers with arbitrary finite domains, CT-RSA 2002. More rounds than their four, because small domains mix more slowly.
/// </para>
/// </summary>
public readonly struct KeyedPermutation
{
    /// <summary>Rounds of the Feistel network.</summary>
    public const int Rounds = 8;

    /// <summary>Number of elements, N.</summary>
    public readonly int Length;

    private readonly int _halfBits;

    /// <summary>The permutations of 0 .. <paramref name="length"/> - 1.</summary>
    /// <param name="length">Number of elements, N, at least 1.</param>
    public KeyedPermutation(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Length = length;
        _halfBits = 1;
        while (1L << (2 * _halfBits) < length)
            _halfBits++;
    }

    /// <summary>Element <paramref name="position"/> of a permutation.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="purpose">A <see cref="RandomPurpose"/>.</param>
    /// <param name="epoch">Which of the permutations of this seed.</param>
    /// <param name="position">0 .. N - 1; any other position has no meaning.</param>
    public int At(int seed, int purpose, long epoch, int position)
    {
        uint value = (uint)position;
        do value = Permute(seed, purpose, epoch, value);
        while (value >= (uint)Length);
        return (int)value;
    }

    private uint Permute(int seed, int purpose, long epoch, uint value)
    {
        uint mask = (1u << _halfBits) - 1;
        uint left = value >> _halfBits;
        uint right = value & mask;
        for (int round = 0; round < Rounds; round++)
        {
            uint next = left ^ (KernelRandom.Bits(seed, purpose, epoch, (int)right, round).X & mask);
            left = right;
            right = next;
        }
        return (left << _halfBits) | right;
    }
}
