using System.Diagnostics;
using System.Globalization;

namespace FlowLab.Host.Tests.Kills;

/// <summary>The real program, started by a shell so that its outputs can be whatever a shell can make of them.</summary>
internal sealed class KilledProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    /// <param name="redirection">Of the shell, such as <c>&gt;&amp;-</c>.</param>
    /// <param name="arguments">The command line.</param>
    public KilledProcess(string redirection, params IReadOnlyList<string> arguments) => _process = Process.Start(new ProcessStartInfo(
        "/bin/bash", ["-c", $"exec dotnet \"$0\" \"$@\" {redirection}", Path.Combine(TestFolders.Host, "flowlab.dll"), .. arguments]))!;

    /// <summary>Whether it is still at work after some time.</summary>
    public bool IsAtWorkAfter(TimeSpan time) => !_process.WaitForExit(time);

    /// <summary>Sends a signal: KILL, INT, TERM, HUP.</summary>
    public void Signal(string name) => Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>Its exit code.</summary>
    public int WaitForExit()
    {
        if (!_process.WaitForExit(Patience))
            Assert.Fail($"the process did not end within {Patience}");
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
