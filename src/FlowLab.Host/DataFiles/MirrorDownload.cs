using System.Net.Http.Headers;

namespace FlowLab.Host.DataFiles;

/// <summary>Downloads one address, going on after interruptions where it stopped (HTTP ranges).</summary>
internal sealed class MirrorDownload(HttpClient client, DownloadSettings settings, IDownloadProgress progress)
{
    /// <summary>Brings the download to its end.</summary>
    /// <param name="url">The address.</param>
    /// <param name="target">Where the complete download will be.</param>
    /// <param name="maximumBytes">The mirror is given up if it sends more.</param>
    /// <param name="cancellation">Stops it; what is at hand is kept.</param>
    /// <returns>Whether bytes of an earlier attempt are part of it.</returns>
    public async Task<bool> FetchAsync(Uri url, string target, long maximumBytes, CancellationToken cancellation)
    {
        using PartialDownload part = PartialDownload.Open(target);
        bool isResumed = part.Length > 0;
        string failure = "";
        for (int idle = 0; idle < settings.Attempts;)
        {
            long before = part.Length;
            if (failure.Length > 0)
                progress.Note($"  {failure}; attempt {idle + 1} of {settings.Attempts}");
            failure = await AttemptAsync(url, part, maximumBytes, cancellation).ConfigureAwait(false);
            if (failure.Length == 0)
            {
                part.Complete();
                return isResumed;
            }
            isResumed = true;
            idle = part.Length > before ? 1 : idle + 1;
            if (idle < settings.Attempts)
                await Task.Delay(settings.Delay * Math.Pow(2, idle - 1), cancellation).ConfigureAwait(false);
        }
        throw new MirrorException(failure);
    }

    /// <summary>One request.</summary>
    /// <returns>Why it has to be repeated; empty if the download is complete.</returns>
    private async Task<string> AttemptAsync(Uri url, PartialDownload part, long maximumBytes, CancellationToken cancellation)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stall.CancelAfter(settings.StallTimeout);
        try
        {
            using HttpResponseMessage response = await SendAsync(url, part, stall.Token).ConfigureAwait(false);
            var receiver = new MirrorResponse(response, part, maximumBytes, progress);
            return await receiver.ReceiveAsync(() => stall.CancelAfter(settings.StallTimeout), stall.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException failure) when (IsTransient(failure.HttpRequestError))
        {
            return $"the connection broke off ({Text(failure)})";
        }
        catch (HttpRequestException failure)
        {
            throw new MirrorException($"no connection ({Text(failure)})", isUnreachable: true, failure);
        }
        catch (OperationCanceledException failure) when (failure.InnerException is TimeoutException)
        {
            throw new MirrorException($"no connection within {settings.ConnectTimeout.TotalSeconds} s", isUnreachable: true, failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no byte came for {settings.StallTimeout.TotalSeconds} s";
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri url, PartialDownload part, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (part.Length > 0)
        {
            request.Headers.Range = new RangeHeaderValue(part.Length, null);
            if (part.Validator is { Length: > 0 } validator)
                request.Headers.TryAddWithoutValidation("If-Range", validator);
        }
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
    }

    private static bool IsTransient(HttpRequestError error) => error is
        HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse or HttpRequestError.Unknown;

    private static string Text(Exception failure) => (failure.InnerException ?? failure).Message.TrimEnd('.');
}
