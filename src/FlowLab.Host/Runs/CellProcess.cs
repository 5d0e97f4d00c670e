using System.Diagnostics;
using System.Globalization;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>Runs a cell in a process of its own, the same program again, so that whatever happens to it happens to one cell.</summary>
internal static class CellProcess
{
    private const int FirstSignal = 128;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs it; its output is ours. Asked to stop, the process finishes its step and writes a checkpoint.</summary>
    /// <param name="arguments">The command line of the program.</param>
    /// <param name="cancellation">Asks it to stop.</param>
    /// <returns>Its exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        // The process stops when its standard input ends, which it also does if this process is killed.
        using Process process = Process.Start(StartOf(arguments))!;
        bool isAsked = false;
        while (!process.WaitForExit(BetweenLooks))
        {
            if (!isAsked && cancellation.IsCancellationRequested)
                process.StandardInput.Close();
            isAsked |= cancellation.IsCancellationRequested;
        }
        return process.ExitCode;
    }

    /// <summary>Why a cell failed whose process ended before its time: FLR041.</summary>
    public static string Crashed(int exitCode) => $"FLR041: its process ended {Describe(exitCode)}. " + (exitCode > FirstSignal
        ? "A kernel that touches memory that is not its own does this, and so does a machine that runs out of memory; run with --checked to have the kernel named with source line, index and view"
        : "What it said stands above this message");

    /// <summary>How a process ended, in words: "by signal 11 (SIGSEGV)", "with exit code 1".</summary>
    private static string Describe(int exitCode) => exitCode > FirstSignal
        ? FormattableString.Invariant($"by signal {exitCode - FirstSignal}{NameOf(exitCode - FirstSignal)}")
        : FormattableString.Invariant($"with exit code {exitCode}");

    private static string NameOf(int signal) => signal switch
    {
        4 => " (SIGILL)",
        6 => " (SIGABRT)",
        7 => " (SIGBUS)",
        8 => " (SIGFPE)",
        9 => " (SIGKILL)",
        11 => " (SIGSEGV)",
        15 => " (SIGTERM)",
        _ => "",
    };

    private static ProcessStartInfo StartOf(IReadOnlyList<string> arguments)
    {
        string program = Environment.ProcessPath!, assembly = typeof(CellProcess).Assembly.Location;
        bool isHosted = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ProcessStartInfo(program, isHosted ? [assembly, .. arguments] : arguments) { RedirectStandardInput = true };
    }

    /// <summary>The options that lead a process to one cell of a run.</summary>
    public static IReadOnlyList<string> ArgumentsFor(RunFolder folder, int cell, IReadOnlyList<string> options) =>
        ["run", "--resume", folder.Path, "--isolated-cell", cell.ToString(CultureInfo.InvariantCulture), .. options];
}
