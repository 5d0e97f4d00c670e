namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>
/// The compressed bytes of a gzip file, without header and trailer. The inflater reads ahead into a buffer of its own; the last bytes are
/// handed out one by one, so that afterwards the position tells exactly where the compressed data ended.
/// </summary>
internal sealed class GzipPayload(Stream file, long start, long length) : Stream
{
    private const int OneByOne = 1 << 14;

    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        long left = length - _position;
        int count = (int)Math.Min(buffer.Length, left > OneByOne ? left - OneByOne : Math.Min(left, 1));
        file.Position = start + _position;
        int read = file.Read(buffer[..count]);
        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
