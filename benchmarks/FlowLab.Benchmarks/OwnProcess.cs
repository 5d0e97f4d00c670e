using System.Diagnostics;
using System.Reflection;

namespace FlowLab.Benchmarks;

/// <summary>Runs this program once more, for what a process can do once only.</summary>
internal static class OwnProcess
{
    /// <param name="arguments">Of the child.</param>
    /// <param name="change">Changes the environment that the child gets; null leaves it.</param>
    /// <returns>Its exit code and standard output.</returns>
    public static (int Code, string Output) Run(IEnumerable<string> arguments, Action<IDictionary<string, string?>>? change = null)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this process is unknown.");
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        ProcessStartInfo start = new(program, [.. isHost ? [Assembly.GetExecutingAssembly().Location] : Array.Empty<string>(), .. arguments]) { RedirectStandardOutput = true };
        change?.Invoke(start.Environment);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
