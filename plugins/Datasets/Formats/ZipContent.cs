using System.IO.Compression;
using System.IO.Hashing;
using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>A member of a zip archive, held to the length and the CRC-32 in the archive's directory.</summary>
internal sealed class ZipContent : Content
{
    private readonly uint _expectedCrc;
    private readonly Crc32 _crc = new();

    private ZipContent(string place, ZipArchiveEntry entry, Stream stream)
        : base(place, entry.Length, stream) => _expectedCrc = entry.Crc32;

    /// <summary>The content of a member.</summary>
    public static ZipContent Open(ZipArchiveEntry entry, string place)
    {
        if (entry.IsEncrypted)
            throw FormatErrors.DamagedArchive(place, "it is encrypted");
        if (entry.Length < 0 || entry.Length > FormatLimits.Inflated(entry.CompressedLength))
            throw FormatErrors.DamagedArchive(place, $"its directory claims {FormatErrors.Bytes(entry.Length)}, more than {FormatErrors.Bytes(entry.CompressedLength)} can be inflated to");
        try
        {
            return new ZipContent(place, entry, entry.Open());
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            throw FormatErrors.DamagedArchive(place, IsMethod(failure) ? $"it is neither stored nor deflated ({failure.Message.TrimEnd('.')})" : "its place in the archive is damaged", failure);
        }
    }

    /// <summary>Whether the framework's zip reader throws this because the archive is damaged.</summary>
    public static bool IsDamage(Exception failure) => failure is
        InvalidDataException or IOException or ArgumentException or OverflowException or NotSupportedException or IndexOutOfRangeException;

    /// <summary>The framework names the method in its message alone.</summary>
    private static bool IsMethod(Exception failure) => failure is InvalidDataException && failure.Message.Contains("compressed using", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void Observe(ReadOnlySpan<byte> bytes) => _crc.Append(bytes);

    /// <inheritdoc/>
    protected override void CheckContainer()
    {
        if (_crc.GetCurrentHashAsUInt32() != _expectedCrc)
            throw FormatErrors.DamagedArchive(Place, $"its CRC-32 is {_crc.GetCurrentHashAsUInt32():x8}, the directory says {_expectedCrc:x8}");
    }

    /// <inheritdoc/>
    protected override FlowLabDataException Refuse(InvalidDataException failure) =>
        FormatErrors.DamagedArchive(Place, $"it cannot be inflated after {FormatErrors.Bytes(Position)}", failure);
}
