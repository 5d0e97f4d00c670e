namespace FlowLab.Random;

/// <summary>
/// The counter-based generator Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3"
/// (SC 2011): a bijection of the 128-bit counter for each 64-bit key. Usable in kernels.
/// </summary>
public static class Philox4x32
{
    private const uint MultiplierX = 0xD2511F53;
    private const uint MultiplierZ = 0xCD9E8D57;
    private const uint WeylX = 0x9E3779B9;
    private const uint WeylY = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The block at <paramref name="counter"/> under the key (<paramref name="keyX"/>, <paramref name="keyY"/>).</summary>
    public static PhiloxBlock Generate(PhiloxBlock counter, uint keyX, uint keyY)
    {
        uint x = counter.X, y = counter.Y, z = counter.Z, w = counter.W;
        for (int round = 0; round < Rounds; round++)
        {
            ulong productX = (ulong)MultiplierX * x;
            ulong productZ = (ulong)MultiplierZ * z;
            x = (uint)(productZ >> 32) ^ y ^ keyX;
            y = (uint)productZ;
            z = (uint)(productX >> 32) ^ w ^ keyY;
            w = (uint)productX;
            keyX += WeylX;
            keyY += WeylY;
        }
        return new PhiloxBlock(x, y, z, w);
    }
}
