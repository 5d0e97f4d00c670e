using System.Diagnostics;
using FlowLab.Host.DataFiles;

namespace FlowLab.Host.Commands;

/// <summary>Lines about downloads; on a terminal also a line that counts.</summary>
internal sealed class DownloadDisplay : IDownloadProgress, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly TextWriter _output;
    private readonly bool _isTerminal;
    private long _shown = Stopwatch.GetTimestamp();
    private int _width;

    private DownloadDisplay(TextWriter output, bool isTerminal)
    {
        _output = output;
        _isTerminal = isTerminal;
    }

    /// <summary>A display that counts only where somebody can see it.</summary>
    public static DownloadDisplay On(TextWriter output) => new(output, ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected);

    /// <inheritdoc/>
    public void Note(string message)
    {
        Clear();
        _output.WriteLine(message);
    }

    /// <inheritdoc/>
    public void Advance(long bytes, long? total)
    {
        if (!_isTerminal || Stopwatch.GetElapsedTime(_shown) < Interval)
            return;
        string text = total is { } all ? $"  {ContentText.Rounded(bytes)} of {ContentText.Rounded(all)}" : $"  {ContentText.Rounded(bytes)}";
        Clear();
        _output.Write(text);
        _width = text.Length;
        _shown = Stopwatch.GetTimestamp();
    }

    /// <summary>Takes the counting line away.</summary>
    public void Clear()
    {
        if (_width > 0)
            _output.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();
}
