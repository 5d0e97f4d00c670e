using System.Globalization;
using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>Sizes and checksums as people read them.</summary>
internal static class ContentText
{
    private const double BytesPerMegabyte = 1e6;
    private const double BytesPerKilobyte = 1e3;

    /// <summary>Contents that are accepted.</summary>
    public static string Describe(IEnumerable<DataContent> contents) =>
        string.Join(" or ", contents.Select(content => $"{Exact(content.Bytes)} with SHA-256 {content.Sha256}"));

    /// <summary>All digits, in groups of three.</summary>
    public static string Exact(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");

    /// <summary>Three digits or so.</summary>
    public static string Rounded(long bytes) => bytes >= BytesPerMegabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerMegabyte:F1} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerKilobyte:F1} kB");
}
