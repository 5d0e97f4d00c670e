namespace FlowLab.Host.Reports;

/// <summary>The checksum of PNG chunks: CRC-32 of ISO 3309, polynomial 0xEDB88320 reflected.</summary>
public static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Entry((uint)value))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint remainder = uint.MaxValue;
        foreach (byte value in bytes)
            remainder = Table[(byte)(remainder ^ value)] ^ (remainder >> 8);
        return ~remainder;
    }

    private static uint Entry(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        return value;
    }
}
