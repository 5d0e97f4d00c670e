using System.Diagnostics;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>
/// Leaves a word behind if the process ends without one: the runtime ends it at once when a kernel touches memory that nobody has, and says nothing of what to do.
/// A shell waits for the end of a pipe that only this process holds.
/// </summary>
internal sealed class CrashAdvice : IDisposable
{
    private const string Shell = "/bin/sh";
    private const string Done = "done";
    private const string Variable = "FLOWLAB_ADVICE";
    private const string Script = $"trap '' INT TERM HUP; read -r word; [ \"$word\" = {Done} ] || printf '%s\\n' \"${Variable}\" >&2";

    private readonly Process? _shell;

    private CrashAdvice(Process? shell) => _shell = shell;

    /// <summary>Stays silent where there is no shell.</summary>
    /// <param name="folder">The run folder.</param>
    public static CrashAdvice For(RunFolder folder)
    {
        if (!File.Exists(Shell))
            return new CrashAdvice(null);
        ProcessStartInfo start = new(Shell, ["-c", Script]) { RedirectStandardInput = true };
        start.Environment[Variable] =
            $"FLR044: flowlab ended before its time: it was killed, or a kernel touched memory that is not its own. What was done up to the last checkpoint is kept; go on with: flowlab run --resume \"{folder.Path}\". " +
            "With --checked, a kernel at fault is named with source line, index and view; with --isolate, it costs its own cell alone.";
        try
        {
            return new CrashAdvice(Process.Start(start));
        }
        catch (Exception error) when (error is IOException or System.ComponentModel.Win32Exception)
        {
            return new CrashAdvice(null);
        }
    }

    /// <summary>The process ends as it should.</summary>
    public void Dispose()
    {
        if (_shell is null)
            return;
        try
        {
            _shell.StandardInput.WriteLine(Done);
            _shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // The shell is gone; there is nobody to tell.
        }
        _shell.Dispose();
    }
}
