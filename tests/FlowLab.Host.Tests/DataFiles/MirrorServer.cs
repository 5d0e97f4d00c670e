using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FlowLab.Host.Tests.DataFiles;

/// <summary>A mirror on this machine: serves files by name, and answers each name's requests as a test says, one after the other.</summary>
internal sealed class MirrorServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, byte[]> _files = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<MirrorAnswer>> _answers = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public MirrorServer()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _loop = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>The version of all files; null if the mirror says none.</summary>
    public string? ETag { get; set; } = "\"one\"";

    /// <summary>Each request: name, Range and If-Range.</summary>
    public ConcurrentQueue<(string Name, string? Range, string? IfRange)> Requests { get; } = new();

    public string Offer(string name, byte[] content, params MirrorAnswer[] answers)
    {
        _files[name] = content;
        _answers[name] = new ConcurrentQueue<MirrorAnswer>(answers);
        return $"{Address}/{name}";
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Close();
        _loop.Wait();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string name = context.Request.Url!.AbsolutePath[1..];
        Requests.Enqueue((name, context.Request.Headers["Range"], context.Request.Headers["If-Range"]));
        MirrorAnswer answer = _answers.TryGetValue(name, out ConcurrentQueue<MirrorAnswer>? queue) && queue.TryDequeue(out MirrorAnswer? next) ? next : MirrorAnswer.Good;
        try
        {
            if (answer.Status != 0 || !_files.TryGetValue(name, out byte[]? content))
                context.Response.StatusCode = answer.Status != 0 ? answer.Status : 404;
            else
                await SendAsync(context, content, answer);
            context.Response.Close();
        }
        catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException or IOException or OperationCanceledException or InvalidOperationException)
        {
            context.Response.Abort();
        }
    }

    private async Task SendAsync(HttpListenerContext context, byte[] content, MirrorAnswer answer)
    {
        HttpListenerResponse response = context.Response;
        int from = answer.IgnoresRange ? 0 : First(context.Request);
        if (ETag is not null)
            response.AddHeader("ETag", ETag);
        if (from > 0 && from >= content.Length)
        {
            response.StatusCode = 416;
            response.AddHeader("Content-Range", $"bytes */{content.Length}");
            return;
        }
        if (from > 0)
        {
            response.StatusCode = 206;
            response.AddHeader("Content-Range", $"bytes {from}-{content.Length - 1}/{content.Length}");
        }
        if (!answer.HasNoLength)
            response.ContentLength64 = content.Length - from;
        byte[] rest = content[from..];
        await response.OutputStream.WriteAsync(rest.AsMemory(0, Math.Min(rest.Length, answer.BreaksAfter ?? rest.Length)));
        await response.OutputStream.FlushAsync();
        if (answer.Hangs)
            await Task.Delay(Timeout.Infinite, _stop.Token);
        if (answer.BreaksAfter is not null)
            response.Abort();
    }

    private int First(HttpListenerRequest request)
    {
        string? range = request.Headers["Range"];
        bool isSameVersion = request.Headers["If-Range"] is not { } version || version == ETag;
        return range is null || !isSameVersion ? 0 : int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
