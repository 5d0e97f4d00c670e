using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace FlowLab.Host.Reports;

/// <summary>
/// Writes pictures as PNG (ISO 15948): 8 bits per palette index, gray value or color, no interlace, no time stamp, so equal pictures are
/// equal bytes.
/// </summary>
public static class PngEncoder
{
    private const byte BitsPerPixel = 8;
    private const byte Gray = 0;
    private const byte TrueColor = 2;
    private const byte IndexedColor = 3;
    private const int HeaderLength = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A picture in the colors of the palette.</summary>
    public static byte[] Encode(Picture picture) => Encode(picture.Width, picture.Height, IndexedColor, Palette.Colors, picture.Pixels);

    /// <summary>A picture in gray or in red, green and blue.</summary>
    public static byte[] Encode(RasterPicture picture) => Encode(picture.Width, picture.Height, picture.Channels == 1 ? Gray : TrueColor, [], picture.Pixels);

    private static byte[] Encode(int width, int height, byte colorType, ReadOnlySpan<byte> palette, byte[] pixels)
    {
        using var output = new MemoryStream();
        output.Write(Signature);
        WriteChunk(output, "IHDR"u8, Header(width, height, colorType));
        if (!palette.IsEmpty)
            WriteChunk(output, "PLTE"u8, palette);
        WriteChunk(output, "IDAT"u8, Compress(pixels, height));
        WriteChunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private static byte[] Header(int width, int height, byte colorType)
    {
        byte[] header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = BitsPerPixel;
        header[9] = colorType;
        return header;
    }

    /// <summary>Every line is preceded by its filter; 0 is none, which serves palette pictures and enlarged ones best.</summary>
    private static byte[] Compress(byte[] pixels, int height)
    {
        int bytesPerLine = pixels.Length / height;
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int line = 0; line < height; line++)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels, line * bytesPerLine, bytesPerLine);
            }
        }
        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] typeAndData = [.. type, .. data];
        WriteUInt32(output, (uint)data.Length);
        output.Write(typeAndData);
        WriteUInt32(output, Crc32.HashToUInt32(typeAndData));
    }

    private static void WriteUInt32(MemoryStream output, uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        output.Write(bytes);
    }
}
