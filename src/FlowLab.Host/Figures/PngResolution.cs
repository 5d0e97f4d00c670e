using System.Buffers.Binary;
using System.IO.Hashing;

namespace FlowLab.Host.Figures;

/// <summary>How large a PNG is on paper, which Skia does not write: the pHYs chunk (ISO 15948, 11.3.5.3) behind the header.</summary>
internal static class PngResolution
{
    /// <summary>What journals ask for.</summary>
    public const float DotsPerInch = 300;

    private const double InchesPerMeter = 1 / 0.0254;
    private const int EndOfHeader = 8 + 25;
    private const int DataLength = 9;
    private const int ChunkLength = 12 + DataLength;
    private const byte PerMeter = 1;

    /// <summary>The same picture with its resolution.</summary>
    public static byte[] Set(byte[] png, float dotsPerInch)
    {
        Span<byte> chunk = stackalloc byte[ChunkLength];
        BinaryPrimitives.WriteInt32BigEndian(chunk, DataLength);
        "pHYs"u8.CopyTo(chunk[4..]);
        int dotsPerMeter = (int)Math.Round(dotsPerInch * InchesPerMeter);
        BinaryPrimitives.WriteInt32BigEndian(chunk[8..], dotsPerMeter);
        BinaryPrimitives.WriteInt32BigEndian(chunk[12..], dotsPerMeter);
        chunk[16] = PerMeter;
        BinaryPrimitives.WriteUInt32BigEndian(chunk[17..], Crc32.HashToUInt32(chunk[4..17]));
        return [.. png.AsSpan(0, EndOfHeader), .. chunk, .. png.AsSpan(EndOfHeader)];
    }
}
