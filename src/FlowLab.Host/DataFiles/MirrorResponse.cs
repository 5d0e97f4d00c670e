using System.Net;

namespace FlowLab.Host.DataFiles;

/// <summary>Takes a mirror's answer into a download.</summary>
internal sealed class MirrorResponse(HttpResponseMessage response, PartialDownload part, long maximumBytes, IDownloadProgress progress)
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Receives the answer.</summary>
    /// <param name="onBytes">Called when bytes have come.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Why the request has to be repeated; empty if the download is complete.</returns>
    public async Task<string> ReceiveAsync(Action onBytes, CancellationToken cancellation)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                part.Restart(Validator());
                return await CopyAsync(response.Content.Headers.ContentLength, onBytes, cancellation).ConfigureAwait(false);
            case HttpStatusCode.PartialContent when response.Content.Headers.ContentRange is { From: { } from } range && from == part.Length:
                return await CopyAsync(range.Length, onBytes, cancellation).ConfigureAwait(false);
            case HttpStatusCode.RequestedRangeNotSatisfiable when part.Length > 0 && response.Content.Headers.ContentRange?.Length == part.Length:
                return "";
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable when part.Length > 0:
                part.Restart("");
                return "the mirror has another version now";
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                return $"the mirror answers {(int)response.StatusCode} {response.ReasonPhrase}";
            default:
                throw new MirrorException($"the mirror answers {(int)response.StatusCode} {response.ReasonPhrase}");
        }
    }

    private async Task<string> CopyAsync(long? total, Action onBytes, CancellationToken cancellation)
    {
        CheckLength(total ?? part.Length);
        Stream stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var buffer = new byte[BufferBytes];
        for (int count; (count = await ReadAsync(stream, buffer, cancellation).ConfigureAwait(false)) > 0;)
        {
            onBytes();
            CheckLength(part.Length + count);
            part.Append(buffer.AsSpan(0, count));
            progress.Advance(part.Length, total);
        }
        return total is { } expected && part.Length < expected
            ? $"the connection ended after {part.Length:N0} of {ContentText.Exact(expected)}"
            : "";
    }

    /// <summary>Reads from the network: its errors are not to be mistaken for those of the disk.</summary>
    private static async Task<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, failure.Message, failure);
        }
    }

    private void CheckLength(long bytes)
    {
        if (bytes <= maximumBytes)
            return;
        part.Restart("");
        throw new MirrorException($"the mirror has more than the {ContentText.Exact(maximumBytes)} that are expected");
    }

    /// <summary>A strong ETag, or else the date: the two that RFC 9110 allows in If-Range.</summary>
    private string Validator() =>
        response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : response.Content.Headers.LastModified?.ToString("R") ?? "";
}
