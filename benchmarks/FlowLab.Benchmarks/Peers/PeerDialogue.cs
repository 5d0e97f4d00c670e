using System.Diagnostics;
using System.Text.Json;

namespace FlowLab.Benchmarks.Peers;

/// <summary>A script of the peer that is told something and answers, as often as one likes.</summary>
internal sealed class PeerDialogue : IDisposable
{
    private readonly Process _process;

    public PeerDialogue(ProcessStartInfo start) =>
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start");

    /// <summary>Tells it raw bytes.</summary>
    public void Tell(ReadOnlySpan<byte> bytes) => _process.StandardInput.BaseStream.Write(bytes);

    /// <summary>Waits for its next line of JSON.</summary>
    public JsonElement Hear()
    {
        _process.StandardInput.BaseStream.Flush();
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the peer ended before it had answered; its error output says why");
        return JsonDocument.Parse(line).RootElement;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
