namespace FlowLab.Random;

/// <summary>
/// A sequence of random numbers on the host, for initial values and constants: the Philox blocks 0, 1, 2, ... of
/// (seed, purpose, stream). Two streams with different addresses never share numbers.
/// </summary>
/// <param name="seed">The seed of the run.</param>
/// <param name="purpose">What the numbers are for.</param>
/// <param name="stream">Which of several sequences with the same purpose, such as the position of a flow in its chain.</param>
public sealed class RandomStream(int seed, RandomPurpose purpose, long stream = 0)
{
    private int _block;
    private int _used = 4;
    private PhiloxBlock _bits;

    /// <summary>32 random bits.</summary>
    public uint NextBits()
    {
        if (_used == 4)
        {
            _bits = KernelRandom.Bits(seed, (int)purpose, stream, _block++, 0);
            _used = 0;
        }
        return _used++ switch { 0 => _bits.X, 1 => _bits.Y, 2 => _bits.Z, _ => _bits.W };
    }

    /// <summary>A uniform number in (0, 1), 53 bits.</summary>
    public double NextUniform()
    {
        ulong bits = ((ulong)NextBits() << 32) | NextBits();
        return ((bits >> 12) + 0.5) / (1UL << 52);
    }

    /// <summary>A uniform number in (<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double NextUniform(double low, double high) => low + (high - low) * NextUniform();

    /// <summary>A standard normal number (Box-Muller in double precision).</summary>
    public double NextNormal()
    {
        double radius = Math.Sqrt(-2 * Math.Log(NextUniform()));
        return radius * Math.Cos(2 * Math.PI * NextUniform());
    }

    /// <summary>A uniform integer in [0, <paramref name="bound"/>), without bias.</summary>
    public int NextInteger(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        uint limit = uint.MaxValue - uint.MaxValue % (uint)bound;
        uint bits;
        do bits = NextBits();
        while (bits >= limit);
        return (int)(bits % (uint)bound);
    }

    /// <summary>A uniform random permutation of 0 .. <paramref name="length"/> - 1 (Fisher and Yates).</summary>
    public int[] NextPermutation(int length)
    {
        int[] order = [.. Enumerable.Range(0, length)];
        for (int i = length - 1; i > 0; i--)
        {
            int j = NextInteger(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }
}
