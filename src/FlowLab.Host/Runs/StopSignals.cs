using System.Runtime.InteropServices;

namespace FlowLab.Host.Runs;

/// <summary>
/// Turns the first Ctrl-C, termination signal or closed terminal into a request to finish the step, and lets the second one end the process as usual.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly PosixSignalRegistration _hangUp;

    /// <param name="heedsInput">Whether the end of the standard input is a request as well: that of a process which another one started for a cell.</param>
    public StopSignals(bool heedsInput = false)
    {
        if (heedsInput)
            new Thread(WaitForInput) { IsBackground = true, Name = "standard input" }.Start();
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
        _hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Handle);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _hangUp.Dispose();
        _source.Dispose();
    }

    private void WaitForInput()
    {
        using Stream input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
        }
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run ended before its input did.
        }
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
