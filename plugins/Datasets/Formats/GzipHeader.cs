namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>The header of a gzip member (RFC 1952, section 2.3).</summary>
internal static class GzipHeader
{
    public const byte Magic0 = 0x1F;
    public const byte Magic1 = 0x8B;

    private const int FixedBytes = 10;
    private const byte Deflate = 8;
    private const int FlagsAt = 3;
    private const int HasCrc = 2;
    private const int HasExtra = 4;
    private const int HasName = 8;
    private const int HasComment = 16;
    private const int Reserved = 0xE0;
    private const int LongestText = 1 << 16;

    /// <summary>Reads past the header and gives its length.</summary>
    public static long Skip(Stream file, string place)
    {
        Span<byte> start = stackalloc byte[FixedBytes];
        Read(file, start, place);
        int flags = start[FlagsAt];
        if (start[2] != Deflate || (flags & Reserved) != 0)
            throw FormatErrors.DamagedGzip(place, $"its header has method {start[2]} and flags {flags}, which RFC 1952 does not know");
        if ((flags & HasExtra) != 0)
            SkipExtra(file, place);
        if ((flags & HasName) != 0)
            SkipText(file, place);
        if ((flags & HasComment) != 0)
            SkipText(file, place);
        if ((flags & HasCrc) != 0)
            Read(file, stackalloc byte[2], place);
        return file.Position;
    }

    private static void SkipExtra(Stream file, string place)
    {
        Span<byte> length = stackalloc byte[2];
        Read(file, length, place);
        Read(file, new byte[length[0] | length[1] << 8], place);
    }

    private static void SkipText(Stream file, string place)
    {
        Span<byte> letter = stackalloc byte[1];
        for (int count = 0; count < LongestText; count++)
        {
            Read(file, letter, place);
            if (letter[0] == 0)
                return;
        }
        throw FormatErrors.DamagedGzip(place, $"the name or comment in its header is longer than {FormatErrors.Bytes(LongestText)}");
    }

    private static void Read(Stream file, Span<byte> bytes, string place)
    {
        long start = file.Position;
        int count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (count < bytes.Length)
            throw FormatErrors.EndsEarly(place, "the gzip header", start + bytes.Length, start + count);
    }
}
