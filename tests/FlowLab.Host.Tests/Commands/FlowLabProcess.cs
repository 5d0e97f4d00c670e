using System.Diagnostics;
using System.Text;

namespace FlowLab.Host.Tests.Commands;

/// <summary>The real program, started as a process whose output can be watched while it runs. Fixtures that do nothing else share nothing and run side by side.</summary>
internal sealed class FlowLabProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    public FlowLabProcess(params string[] arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(TestFolders.Host, "flowlab.dll"), .. arguments])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => Read(_output);

    public string Error => Read(_error);

    /// <summary>Runs to the end.</summary>
    public static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using FlowLabProcess process = new(arguments);
        int code = process.WaitForExit();
        return (code, process.Output, process.Error);
    }

    /// <summary>Waits until <paramref name="condition"/> holds; false if the process ends before.</summary>
    public bool WaitUntil(Func<bool> condition)
    {
        while (!condition())
        {
            if (_process.WaitForExit(5))
                return condition();
        }
        return true;
    }

    /// <summary>Ends the process at once, as a power cut would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>Sends a signal: INT, TERM, HUP.</summary>
    public void Signal(string name) => Process.Start("kill", [$"-{name}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();

    public int WaitForExit()
    {
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill();
            Assert.Fail($"the process did not end within {Patience}; it printed {Output} {Error}");
        }
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (text)
            text.AppendLine(line);
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}
