using System.Diagnostics;
using System.Runtime.InteropServices;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Viewing;

/// <summary>A run in a process of its own: what happens to it happens to it alone.</summary>
internal sealed class ChildRun : IDisposable
{
    private const int Terminate = 15;
    private const int MostLines = 60;

    private readonly Process _process;
    private readonly Queue<string> _lines = new();
    private readonly Lock _turn = new();
    private bool _isStopping;

    /// <param name="key">The run that it works on.</param>
    /// <param name="arguments">The command line of the program.</param>
    public ChildRun(string key, IReadOnlyList<string> arguments)
    {
        Key = key;
        ProcessStartInfo start = FlowLabProgram.StartOf(arguments);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Take;
        _process.ErrorDataReceived += Take;
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The run that it works on.</summary>
    public string Key { get; }

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>The process as the page shows it.</summary>
    public StartedRun Seen
    {
        get
        {
            lock (_turn)
                return new StartedRun(Key, _process.HasExited ? _process.ExitCode : null, _isStopping, string.Join('\n', _lines));
        }
    }

    /// <summary>Asks it to finish its step and write a checkpoint. Where there are no signals it is ended, and goes on from its last checkpoint.</summary>
    public void Stop()
    {
        lock (_turn)
            _isStopping = true;
        if (_process.HasExited)
            return;
        if (OperatingSystem.IsWindows())
            _process.Kill();
        else
            _ = Signal(_process.Id, Terminate);
    }

    /// <summary>Waits until it has ended.</summary>
    public void Wait() => _process.WaitForExit();

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private void Take(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not { } text)
            return;
        lock (_turn)
        {
            _lines.Enqueue(text);
            if (_lines.Count > MostLines)
                _lines.Dequeue();
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
