namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>What is too much. A file can only claim more than this; it is refused before memory is set aside for the claim.</summary>
internal static class FormatLimits
{
    /// <summary>Bytes of content, which is also the length of the longest array.</summary>
    public const long MaximumBytes = 0x7FFFFFC7;

    /// <summary>Deflate codes at most 258 bytes by 2 bits, a ratio of 1032; and a little more, to be safe.</summary>
    private const long MaximumRatio = 1040;

    /// <summary>The longest content that this many compressed bytes can stand for.</summary>
    public static long Inflated(long compressedBytes) => MaximumRatio * (compressedBytes + 1);
}
