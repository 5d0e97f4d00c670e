using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>
/// A gzip file (RFC 1952) of one member. The framework's reader takes a cut-off file and bytes after the end for a good file, so header
/// and trailer are read here: the trailer's length is the claim, and length, CRC-32 and end of the compressed data are checked.
/// </summary>
internal sealed class GzipContent : Content
{
    private const int TrailerBytes = 8;

    private readonly Stream _file;
    private readonly GzipPayload _payload;
    private readonly uint _expectedCrc;
    private readonly Crc32 _crc = new();

    private GzipContent(string place, Stream file, GzipPayload payload, uint crc, uint length)
        : base(place, length, new DeflateStream(payload, CompressionMode.Decompress))
    {
        _file = file;
        _payload = payload;
        _expectedCrc = crc;
    }

    /// <summary>Whether a stream begins as gzip does; it is left at its beginning.</summary>
    public static bool IsGzip(Stream stream)
    {
        Span<byte> magic = stackalloc byte[2];
        int count = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return count == magic.Length && magic is [GzipHeader.Magic0, GzipHeader.Magic1];
    }

    /// <summary>The content of a gzip file.</summary>
    public static GzipContent Create(Stream file, string place)
    {
        long start = GzipHeader.Skip(file, place);
        long payloadBytes = file.Length - start - TrailerBytes;
        if (payloadBytes <= 0)
            throw FormatErrors.EndsEarly(place, "the gzip header", start + TrailerBytes + 1, file.Length);
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        file.Position = file.Length - TrailerBytes;
        file.ReadExactly(trailer);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        if (length > FormatLimits.Inflated(payloadBytes))
            throw FormatErrors.DamagedGzip(place, $"its trailer claims {FormatErrors.Bytes(length)}, more than {FormatErrors.Bytes(payloadBytes)} can be inflated to");
        return new GzipContent(place, file, new GzipPayload(file, start, payloadBytes), BinaryPrimitives.ReadUInt32LittleEndian(trailer), length);
    }

    /// <inheritdoc/>
    protected override void Observe(ReadOnlySpan<byte> bytes) => _crc.Append(bytes);

    /// <inheritdoc/>
    protected override void CheckContainer()
    {
        if (_payload.Position < _payload.Length)
            throw FormatErrors.DamagedGzip(Place, $"{FormatErrors.Bytes(_payload.Length - _payload.Position)} follow the end of the compressed data");
        if (Position != Length)
            throw FormatErrors.DamagedGzip(Place, $"the trailer says {FormatErrors.Bytes(Length)}, but there are {FormatErrors.Bytes(Position)}");
        if (_crc.GetCurrentHashAsUInt32() != _expectedCrc)
            throw FormatErrors.DamagedGzip(Place, $"the trailer's CRC-32 is {_expectedCrc:x8}, that of the content {_crc.GetCurrentHashAsUInt32():x8}");
    }

    /// <inheritdoc/>
    protected override FlowLabDataException Refuse(InvalidDataException failure) =>
        FormatErrors.DamagedGzip(Place, $"it cannot be inflated after {FormatErrors.Bytes(Position)}", failure);

    /// <inheritdoc/>
    protected override void DisposeContainer() => _file.Dispose();
}
