using System.Security.Cryptography;
using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>What a file's content turned out to be.</summary>
/// <param name="Bytes">Its length; one more than the limit if there is more.</param>
/// <param name="Sha256">Its SHA-256; empty if it could not be read to its end.</param>
/// <param name="Problem">Why it could not be read; empty if it could.</param>
public sealed record ContentDigest(long Bytes, string Sha256, string Problem)
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Reads a file, decompressed, but no further than one byte beyond <paramref name="limit"/>.</summary>
    public static ContentDigest Of(string path, long limit, CancellationToken cancellation = default)
    {
        long bytes = 0;
        try
        {
            using Stream content = ContentStream.Open(path);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BufferBytes];
            for (int count; bytes <= limit && (count = content.Read(buffer)) > 0; bytes += count)
            {
                cancellation.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, count);
            }
            return bytes > limit
                ? new ContentDigest(bytes, "", $"it is longer than {ContentText.Exact(limit)}")
                : new ContentDigest(bytes, Convert.ToHexStringLower(hash.GetCurrentHash()), "");
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            string why = failure is InvalidDataException ? "it is damaged and cannot be decompressed" : failure.Message.TrimEnd('.');
            return new ContentDigest(bytes, "", why);
        }
    }

    /// <summary>The accepted content that this is; null if it is none.</summary>
    public DataContent? Match(DataFile file) => file.Contents.FirstOrDefault(Is);

    /// <summary>Whether this is a given content.</summary>
    public bool Is(DataContent content) => content.Bytes == Bytes && content.Sha256 == Sha256;

    /// <summary>For messages.</summary>
    public string Describe() => Problem.Length > 0 ? Problem : $"{ContentText.Exact(Bytes)} with SHA-256 {Sha256}";
}
