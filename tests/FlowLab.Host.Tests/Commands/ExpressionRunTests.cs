using System.Globalization;
using System.Text.RegularExpressions;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>An energy that is an expression of the manifest, through the real program.</summary>
[Parallelizable]
public sealed partial class ExpressionRunTests
{
    private const string U1 = "0.5*((sqrt(z1^2+z2^2)-2)/0.4)^2 - ln(exp(-0.5*((z1-2)/0.6)^2) + exp(-0.5*((z1+2)/0.6)^2))";

    private const string Manifest =
        """
        {
          "name": "written",
          "flow": [ { "type": "planar", "length": 4 } ],
          "training": { "batch": 100, "updates": 40 },
          "evaluation": { "samples": 2000 },
          "sweep": { "kind": [
            { "label": "written", "target": { "type": "expression", "energy": "EXPRESSION", "wall": 0.4 } },
            { "label": "shipped", "target": { "type": "energy", "name": "U1" } } ] }
        }
        """;

    [Test]
    public void A_run_measures_what_it_measures_of_the_plugin_s_energy_and_has_a_report()
    {
        using var folder = new TemporaryFolder();
        string run = folder.In("run");
        (int code, string output, string error) = FlowLabProcess.Run("run", Write(folder, U1), "--out", run);
        Assert.That(code, Is.Zero, output + error);
        Assert.That(File.ReadAllText(Path.Combine(run, "report.html")), Does.Contain("written").And.Contain("shipped"));
        Dictionary<string, double> written = Metrics(run, "written");
        Dictionary<string, double> shipped = Metrics(run, "shipped");
        Assert.That(written.Keys, Is.EquivalentTo(shipped.Keys).And.Contain("kl"));
        foreach (string metric in new[] { "kl", "free_energy", "log_z_importance" })
            Assert.That(written[metric], Is.EqualTo(shipped[metric]).Within(2e-3 * (1 + Math.Abs(shipped[metric]))), metric);
    }

    [Test]
    public void A_fault_in_the_expression_ends_the_check_with_its_column()
    {
        using var folder = new TemporaryFolder();
        (int code, string output, string error) = FlowLabProcess.Run("run", Write(folder, "0.5*sqr(z1)+z2^2"), "--check");
        Assert.That(code, Is.EqualTo(2), output);
        Assert.That(error, Does.Contain("FLX003 target.energy, column 5: there is no \"sqr\"").And.Contain("did you mean \"sqrt\"?"));
    }

    private static string Write(TemporaryFolder folder, string expression)
    {
        string file = folder.In("written.json");
        File.WriteAllText(file, Manifest.Replace("EXPRESSION", expression, StringComparison.Ordinal));
        return file;
    }

    /// <summary>The means of a cell's metrics.</summary>
    private static Dictionary<string, double> Metrics(string run, string cell)
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(run, "summary.csv")).Select(line => QuotedPattern().Replace(line, "label").Split(','))];
        (int metric, int mean) = (Array.IndexOf(rows[0], "metric"), Array.IndexOf(rows[0], "mean"));
        return rows.Where(row => row[0] == cell && row[mean].Length > 0).ToDictionary(row => row[metric], row => double.Parse(row[mean], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex QuotedPattern();
}
