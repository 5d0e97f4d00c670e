using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FlowLab.Benchmarks.Peers;

/// <summary>
/// The same models in TorchSharp, with autograd: what a C# user would take. A program of its own, built when it is first asked for; where it cannot be built, or its
/// native library cannot be loaded, figures do without it and say why. Where another root has the libraries that it needs, FLOWLAB_TORCHSHARP is the command
/// that runs the program there: it gets the program's arguments.
/// </summary>
internal sealed class TorchSharpPeer
{
    private static readonly Lazy<TorchSharpPeer> Known = new(() => new TorchSharpPeer());
    private readonly string _program;

    private TorchSharpPeer()
    {
        if (Repository() is not { } repository)
        {
            (_program, Absence) = ("", "no folder above this program holds FlowLab.sln, with which it is built");
            return;
        }
        string folder = Path.Combine(repository, "benchmarks", "FlowLab.TorchSharp");
        _program = Path.Combine(folder, "bin", "Release", "net10.0", "FlowLab.TorchSharp.dll");
        (int code, string output) = Run("dotnet", ["build", folder, "-c", "Release", "-v", "quiet", "-nodeReuse:false"], "");
        Absence = code != 0 ? $"it cannot be built ({FirstLine(output)})" : ReasonNotToLoad();
    }

    public static TorchSharpPeer Instance => Known.Value;

    /// <summary>Why it cannot be run here; null if it can.</summary>
    public string? Absence { get; }

    /// <summary>Steps per second of a planar flow on U1.</summary>
    public JsonElement Toy2d(int length, int batch, int seeds) => Ask("", "toy2d", "speed", Text(length), Text(batch), Text(seeds));

    /// <summary>Steps per second of the latent model.</summary>
    public JsonElement Latent(int length, int batch, int seeds) => Ask("", "latent", "speed", Text(length), Text(batch), Text(seeds));

    /// <summary>Loss and gradients of a case.</summary>
    public JsonElement Compare(string model, string input) => Ask(input, model, "gradient");

    private JsonElement Ask(string input, params string[] arguments)
    {
        (int code, string output) = RunProgram(arguments, input);
        return code == 0
            ? JsonDocument.Parse(output).RootElement.Clone()
            : throw new InvalidOperationException($"TorchSharp ended with exit code {code}: {FirstLine(output)}");
    }

    private string? ReasonNotToLoad()
    {
        (int code, string output) = RunProgram(["probe"], "");
        return code == 0 ? null : $"its native library cannot be loaded ({FirstLine(output)})";
    }

    private (int Code, string Output) RunProgram(string[] arguments, string input)
    {
        string[] command = Environment.GetEnvironmentVariable("FLOWLAB_TORCHSHARP")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? ["dotnet", _program];
        return Run(command[0], [.. command[1..], .. arguments], input);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The line that says most: the missing version of a library, or else the first one.</summary>
    private static string FirstLine(string output)
    {
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("not found", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? "no output";
    }

    private static (int Code, string Output) Run(string program, IEnumerable<string> arguments, string input)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + error.Result);
    }

    private static string? Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FlowLab.sln")))
            folder = folder.Parent;
        return folder?.FullName;
    }
}
