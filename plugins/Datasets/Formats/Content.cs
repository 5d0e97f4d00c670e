using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>
/// The content of a data file, decompressed, read once from front to back. Its length is known from the container before anything is read,
/// so that a header's claim can be checked against it before memory is set aside, and the container is held to its word at the end.
/// </summary>
/// <param name="place">The file, and the array within an archive, for messages.</param>
/// <param name="length">Bytes of content, as the container says.</param>
/// <param name="stream">The content.</param>
internal abstract class Content(string place, long length, Stream stream) : IDisposable
{
    /// <summary>The file, and the array within an archive.</summary>
    public string Place { get; } = place;

    /// <summary>Bytes of content, as the container says.</summary>
    public long Length { get; } = length;

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Opens a file; whether it is compressed is told by its first bytes, not by its name.</summary>
    public static Content Open(string path)
    {
        try
        {
            return Of(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw FormatErrors.Unreadable(path, failure);
        }
    }

    /// <summary>The content of a stream that can seek; it is disposed with the content, or if it is refused.</summary>
    public static Content Of(Stream stream, string place)
    {
        try
        {
            return GzipContent.IsGzip(stream) ? GzipContent.Create(stream, place) : new PlainContent(place, stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Fills <paramref name="bytes"/>, or refuses the file as too short.</summary>
    /// <param name="bytes">To be filled.</param>
    /// <param name="part">What is being read, for the message.</param>
    public void Read(Span<byte> bytes, string part)
    {
        long start = Position;
        int count = Fill(bytes);
        if (count < bytes.Length)
            throw FormatErrors.EndsEarly(Place, part, start + bytes.Length, start + count);
    }

    /// <summary>Refuses anything that follows, and a container that does not fit what was read.</summary>
    /// <param name="after">What was read last, for the message.</param>
    public void Finish(string after)
    {
        long length = Position;
        if (Fill(stackalloc byte[1]) != 0)
            throw FormatErrors.BytesFollow(Place, after, length, $"more than {FormatErrors.Bytes(length)}");
        CheckContainer();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        DisposeContainer();
    }

    /// <summary>What the container says about an error in it.</summary>
    protected abstract FlowLabDataException Refuse(InvalidDataException failure);

    /// <summary>Sees all bytes in their order.</summary>
    protected virtual void Observe(ReadOnlySpan<byte> bytes)
    {
    }

    /// <summary>Compares the container's checksums with what was read; called at the end.</summary>
    protected virtual void CheckContainer()
    {
    }

    /// <summary>Releases what the container itself holds.</summary>
    protected virtual void DisposeContainer()
    {
    }

    private int Fill(Span<byte> bytes)
    {
        try
        {
            int count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            Observe(bytes[..count]);
            Position += count;
            return count;
        }
        catch (InvalidDataException failure)
        {
            throw Refuse(failure);
        }
        catch (IOException failure)
        {
            throw FormatErrors.Unreadable(Place, failure);
        }
    }
}
