using System.Buffers.Binary;
using System.IO.Compression;

namespace FlowLab.Host.Reports;

/// <summary>Writes a <see cref="Picture"/> as PNG (ISO 15948): 8-bit palette, no interlace, no time stamp, so equal pictures are equal bytes.</summary>
public static class PngEncoder
{
    private const byte BitsPerPixel = 8;
    private const byte IndexedColor = 3;
    private const int HeaderLength = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Encode(Picture picture)
    {
        using var output = new MemoryStream();
        output.Write(Signature);
        WriteChunk(output, "IHDR"u8, Header(picture));
        WriteChunk(output, "PLTE"u8, Palette.Colors);
        WriteChunk(output, "IDAT"u8, Compress(picture));
        WriteChunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private static byte[] Header(Picture picture)
    {
        byte[] header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = BitsPerPixel;
        header[9] = IndexedColor;
        return header;
    }

    /// <summary>Every line is preceded by its filter; 0 is none, which serves palette pictures best.</summary>
    private static byte[] Compress(Picture picture)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int line = 0; line < picture.Height; line++)
            {
                zlib.WriteByte(0);
                zlib.Write(picture.Pixels, line * picture.Width, picture.Width);
            }
        }
        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] typeAndData = [.. type, .. data];
        WriteUInt32(output, (uint)data.Length);
        output.Write(typeAndData);
        WriteUInt32(output, Crc32.Of(typeAndData));
    }

    private static void WriteUInt32(MemoryStream output, uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        output.Write(bytes);
    }
}
