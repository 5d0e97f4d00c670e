using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FlowLab.Accelerators.Simd;
using FlowLab.Benchmarks.Blas;
using FlowLab.Engine.Ceilings;
using ILGPU;

namespace FlowLab.Benchmarks.Peers;

/// <summary>The PyTorch implementations that FlowLab is measured against, run as processes.</summary>
/// <param name="python">The interpreter that has PyTorch.</param>
/// <param name="folder">The folder with toy2d.py.</param>
/// <param name="normflows">A checkout of the normflows library; empty if there is none.</param>
internal sealed class Peer(string python, string folder, string normflows)
{
    /// <summary>The share of the peak that products of an optimized BLAS surely reach.</summary>
    private const double LeastShare = 0.1;

    /// <summary>Whether the peer can be run here, and if not why.</summary>
    public string? Absence =>
        !File.Exists(Script("toy2d.py")) ? $"{Script("toy2d.py")} does not exist; pass --peers DIR"
        : !File.Exists(python) ? $"{python} does not exist; pass --python PATH"
        : null;

    /// <summary>
    /// Why speeds of the peer would say nothing, and null if they do: it is not here, or its PyTorch has no optimized BLAS, as Debian's has none of itself, and its matrix products
    /// take forty times as long as they would.
    /// </summary>
    public string? Unfitness
    {
        get
        {
            if (Absence is { } reason)
                return reason;
            double rate;
            try
            {
                rate = Run([Path.Combine(AppContext.BaseDirectory, "Peers", "product_rate.py")], input: "")[^1].GetProperty("gflops").GetDouble();
            }
            catch (InvalidOperationException error)
            {
                return $"{python} cannot multiply with PyTorch: {error.Message}";
            }
            double peak = PeakRate() / 1e9;
            return rate >= LeastShare * peak ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"matrix products of its PyTorch reach {rate:g3} GFLOP/s, expected at least {LeastShare * peak:f0}, a tenth of what the processor can do: it runs on a BLAS that is not optimized, and no speeds are compared; install one (Debian: apt-get install libopenblas0)");
        }
    }

    /// <summary>Whether the normflows library can be measured as well.</summary>
    public bool HasNormflows => normflows.Length > 0;

    /// <summary>Runs toy2d.py and returns its JSON lines.</summary>
    /// <param name="variants">The contenders, separated by commas.</param>
    /// <param name="arguments">The case.</param>
    public IReadOnlyList<JsonElement> Toy2d(string variants, params string[] arguments) =>
        RunFastest([Script("toy2d.py"), .. arguments, .. HasNormflows ? new[] { "--normflows", normflows } : []], variants);

    /// <summary>Runs dlgm.py and returns its JSON lines.</summary>
    /// <param name="variants">The contenders, separated by commas.</param>
    /// <param name="arguments">The case.</param>
    public IReadOnlyList<JsonElement> Dlgm(string variants, params string[] arguments) => RunFastest([Script("dlgm.py"), .. arguments], variants);

    /// <summary>Runs a script of ours that imports the peer's modules, feeding it <paramref name="input"/>.</summary>
    public JsonElement Compare(string script, string input) =>
        Run([Path.Combine(AppContext.BaseDirectory, "Peers", script), Path.GetFullPath(folder)], input)[^1];

    /// <summary>Starts a script of ours that imports the peer's modules and answers what it is told.</summary>
    public PeerDialogue Open(string script) => new(StartOf([Path.Combine(AppContext.BaseDirectory, "Peers", script), Path.GetFullPath(folder)]));

    private static double PeakRate()
    {
        using Context context = Context.CreateDefault();
        using SimdAccelerator accelerator = context.CreateSimdAccelerator(Environment.ProcessorCount);
        return FmaPeak.Measure(accelerator).Rate;
    }

    private string Script(string name) => Path.GetFullPath(Path.Combine(folder, name));

    /// <summary>A case with the kernels of OpenBLAS that were the fastest in a short trial of its hand-written variant.</summary>
    private List<JsonElement> RunFastest(IReadOnlyList<string> arguments, string variants)
    {
        (OpenBlasWay Way, double Rate)[] trials = [.. OpenBlasWay.All.Select(way => (way, RateOf(Run([.. arguments, "--variants", "manual", "--repeats", "3"], "", way))))];
        Console.Error.WriteLine("PyTorch, OpenBLAS's kernels " + string.Join(", ", trials.Select(trial => string.Create(CultureInfo.InvariantCulture, $"{trial.Way}: {trial.Rate:g4} steps/s"))));
        return Run([.. arguments, "--variants", variants, "--repeats", "7"], "", trials.MaxBy(trial => trial.Rate).Way);
    }

    private static double RateOf(List<JsonElement> lines) =>
        lines.First(line => line.GetProperty("variant").GetString() == "manual").GetProperty("steps_per_s").GetProperty("median").GetDouble();

    private List<JsonElement> Run(IEnumerable<string> arguments, string input, OpenBlasWay? way = null)
    {
        ProcessStartInfo start = StartOf(arguments);
        way?.Apply(start.Environment);
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
