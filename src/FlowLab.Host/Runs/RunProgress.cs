using Spectre.Console;

namespace FlowLab.Host.Runs;

/// <summary>Chooses the progress display.</summary>
public static class RunProgress
{
    /// <summary>The live display where the standard output is a terminal that can renew lines, plain lines elsewhere.</summary>
    /// <param name="quantity">What the objective is called: "free energy".</param>
    /// <param name="claim">What it claims to be once annealing is over: "bound on -ln Z"; empty for nothing.</param>
    public static IRunProgress ForStandardOutput(string quantity, string claim) => Console.IsOutputRedirected
        ? new PlainProgress(Console.Out, TimeProvider.System, quantity, claim)
        : ForTerminal(AnsiConsole.Console, Console.Out, TimeProvider.System, quantity, claim);

    /// <summary>The live display where the console can renew lines, plain lines to <paramref name="output"/> elsewhere.</summary>
    public static IRunProgress ForTerminal(IAnsiConsole console, TextWriter output, TimeProvider time, string quantity, string claim) =>
        console.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? new LiveProgress(console, time, quantity, claim)
            : new PlainProgress(output, time, quantity, claim);
}
