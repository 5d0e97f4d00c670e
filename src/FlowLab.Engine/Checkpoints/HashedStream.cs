using System.Security.Cryptography;

namespace FlowLab.Engine.Checkpoints;

/// <summary>
/// Hashes what passes through on its way to or from a file, so that a file of any size is written and checked in one go without a copy.
/// It owns neither the file nor more than a piece of its content.
/// </summary>
/// <param name="file">The file, at the place where the hashed content starts.</param>
/// <param name="length">When reading: how many bytes there are at most; the stream ends behind them.</param>
internal sealed class HashedStream(Stream file, long length = 0) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes left to read.</summary>
    public long Remaining { get; private set; } = length;

    /// <inheritdoc/>
    public override bool CanRead => file.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => file.CanWrite;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The SHA-256 of everything that has passed so far; starts anew.</summary>
    public byte[] TakeHash() => _hash.GetHashAndReset();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = file.Read(buffer[..(int)Math.Min(buffer.Length, Remaining)]);
        _hash.AppendData(buffer[..count]);
        Remaining -= count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        file.Write(buffer);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() => file.Flush();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
