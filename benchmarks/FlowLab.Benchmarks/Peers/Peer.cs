using System.Diagnostics;
using System.Text.Json;

namespace FlowLab.Benchmarks.Peers;

/// <summary>The PyTorch implementations that FlowLab is measured against, run as processes.</summary>
/// <param name="python">The interpreter that has PyTorch.</param>
/// <param name="folder">The folder with toy2d.py.</param>
/// <param name="normflows">A checkout of the normflows library; empty if there is none.</param>
internal sealed class Peer(string python, string folder, string normflows)
{
    /// <summary>Whether the peer can be run here, and if not why.</summary>
    public string? Absence =>
        !File.Exists(Script("toy2d.py")) ? $"{Script("toy2d.py")} does not exist; pass --peers DIR"
        : !File.Exists(python) ? $"{python} does not exist; pass --python PATH"
        : null;

    /// <summary>Whether the normflows library can be measured as well.</summary>
    public bool HasNormflows => normflows.Length > 0;

    /// <summary>Runs toy2d.py and returns its JSON lines.</summary>
    public IReadOnlyList<JsonElement> Toy2d(params string[] arguments) =>
        Run([Script("toy2d.py"), .. arguments, .. HasNormflows ? new[] { "--normflows", normflows } : []], input: "");

    /// <summary>Runs dlgm.py and returns its JSON lines.</summary>
    public IReadOnlyList<JsonElement> Dlgm(params string[] arguments) => Run([Script("dlgm.py"), .. arguments], input: "");

    /// <summary>Runs a script of ours that imports the peer's modules, feeding it <paramref name="input"/>.</summary>
    public JsonElement Compare(string script, string input) =>
        Run([Path.Combine(AppContext.BaseDirectory, "Peers", script), Path.GetFullPath(folder)], input)[^1];

    /// <summary>Starts a script of ours that imports the peer's modules and answers what it is told.</summary>
    public PeerDialogue Open(string script) => new(StartOf([Path.Combine(AppContext.BaseDirectory, "Peers", script), Path.GetFullPath(folder)]));

    private string Script(string name) => Path.GetFullPath(Path.Combine(folder, name));

    private List<JsonElement> Run(IEnumerable<string> arguments, string input)
    {
        ProcessStartInfo start = StartOf(arguments);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{python} did not start");
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        List<JsonElement> lines = [];
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith('{'))
                lines.Add(JsonDocument.Parse(line).RootElement.Clone());
        }
        process.WaitForExit();
        return process.ExitCode == 0 ? lines : throw new InvalidOperationException($"the peer ended with exit code {process.ExitCode}");
    }

    private ProcessStartInfo StartOf(IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(python, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        return start;
    }
}
