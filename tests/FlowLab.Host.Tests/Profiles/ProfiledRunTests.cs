using System.Text.Json;
using System.Text.RegularExpressions;
using FlowLab.Host.Profiles;
using FlowLab.Host.Tests.Commands;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Profiles;

/// <summary><c>flowlab run --profile</c>.</summary>
[TestFixture]
public sealed partial class ProfiledRunTests
{
    private const string Manifest =
        """
        { "name": "profiled", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar", "length": 3 } ],
          "training": { "batch": 200, "updates": 120 }, "evaluation": { "samples": 500, "gridResolution": 60, "figureResolution": 20 }, "seeds": 2 }
        """;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        File.WriteAllText(_folder.In("profiled.json"), Manifest);
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void The_table_has_the_kernels_of_an_update_and_the_results_are_the_same_bytes()
    {
        (int code, string output, string error) = Run("--out", _folder.In("with"), "--profile");
        Assert.That(code, Is.Zero, error);
        Assert.That(Run("--out", _folder.In("without")).Code, Is.Zero);

        string page = File.ReadAllText(_folder.In($"with/{ProfileFiles.Page}"));
        Assert.That(output, Does.Contain(page));
        foreach (string kernel in new[] { "PlanarKernels.Forward", "PlanarKernels.Backward", "TrainingKernels.FreeEnergy", "TrainingKernels.SumGradients", "TrainingKernels.JudgeSeeds", "between launches" })
            Assert.That(page, Does.Match($@"\| {Regex.Escape(kernel)}(<[^|]*>)? \|"), page);
        Assert.That(Shares(page).Sum(), Is.EqualTo(100).Within(1), page);
        Assert.That(File.ReadAllText(_folder.In("with/summary.csv")), Is.EqualTo(File.ReadAllText(_folder.In("without/summary.csv"))));
        JsonElement trace = JsonDocument.Parse(File.ReadAllText(_folder.In($"with/{ProfileFiles.Trace}"))).RootElement;
        Assert.That(trace.GetProperty("traceEvents").GetArrayLength(), Is.GreaterThan(30));
        Assert.That(File.Exists(_folder.In($"without/{ProfileFiles.Page}")), Is.False);
    }

    [Test]
    public void Other_devices_are_refused_before_anything_is_written()
    {
        (int code, _, string error) = Run("--out", _folder.In("run"), "--profile", "--device", "ilgpu-cpu");
        Assert.That((code, error[..6], Directory.Exists(_folder.In("run"))), Is.EqualTo((2, "FLR080", false)));
    }

    private (int Code, string Output, string Error) Run(params string[] arguments) => FlowLabProcess.Run(["run", _folder.In("profiled.json"), .. arguments]);

    private static double[] Shares(string page) =>
        [.. ShareColumn().Matches(page).Select(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\| (-?[0-9.]+) % \|")]
    private static partial Regex ShareColumn();
}
