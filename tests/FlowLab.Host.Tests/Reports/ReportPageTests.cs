using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Reports;

[TestFixture]
public sealed class ReportPageTests
{
    private const string Hostile = "<script>alert(1)</script>\"'&\u0001]]>";
    private static readonly ReportLayout Inferred = new("Inferred", null, [], null, null);

    [Test]
    public void A_culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string invariant = Page(SampleRun.Results(8));
        try
        {
            CultureInfo.CurrentCulture = Cultures.German;
            Assert.That(Page(SampleRun.Results(8)), Is.EqualTo(invariant));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Every_number_is_labelled()
    {
        string page = Page(SampleRun.Results(8));

        Assert.That(page, Does.Contain("<p class=\"lead\">36 cells, 5 seeds each; all finished. 1 of 180 seeds was stopped.</p>"));
        Assert.That(page, Does.Contain("<h3>KL(q || p), 512 x 512 grid on [-7, 7]^2</h3>\n<div class=\"wide\"><table class=\"numbers metric\">\n<caption>Estimate, in nats; lower is better.</caption>"));
        Assert.That(page, Does.Contain("<caption>Bound in expectation, in nats; lower is better.</caption>"));
        Assert.That(page, Does.Contain("1 seed was stopped; it is in none of the means above."));
        Assert.That(page, Does.Contain("layer 17 of 32 (nice-orth): log-det is not finite"));
        Assert.That(page, Does.Contain("<dt>Device</dt><dd>CPU (SIMD, 2 threads)</dd>"));
    }

    [Test]
    public void Results_come_first_and_where_they_come_from_last()
    {
        string page = Page(SampleRun.Results(8));

        string[] sections = [.. Regex.Matches(page, "<section id=\"(\\w+)\"").Select(match => match.Groups[1].Value)];
        Assert.That(sections, Is.EqualTo(new[] { "figure", "numbers", "audit", "training", "events", "glossary", "run", "environment" }));
    }

    [Test]
    public void Names_of_one_figure_are_none_of_another()
    {
        string page = Page(SampleRun.Results(8));

        string[] ids = [.. Regex.Matches(page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.That(ids, Is.Unique);
        Assert.That(Regex.Matches(page, "url\\(#([^)]+)\\)").Select(match => match.Groups[1].Value), Is.SubsetOf(ids));
    }

    [Test]
    public void A_row_of_the_table_tells_mean_error_median_extremes_and_counts()
    {
        SeedStatistics statistics = SampleRun.Results(2).Cells[8].Statistics(SampleMetrics.Divergence)!;
        string page = Page(SampleRun.Results(2));

        string row = Regex.Match(page[page.IndexOf("<h3>KL(", StringComparison.Ordinal)..],
            "<tr class=\"next\"><th scope=\"row\" class=\"text\">U1</th><th scope=\"row\" class=\"text\">NICE-orth</th><th scope=\"row\" class=\"number\">32</th>.*?</tr>").Value;

        Assert.That(row, Does.Contain($">{NumberText.Of(statistics.Mean, statistics.StandardError)}</td><td>{NumberText.Of(statistics.Median)}</td>"));
        Assert.That(row, Does.Contain($"<td>{NumberText.Of(statistics.Best!.Value)} ({statistics.Best.Seed})</td>"));
        Assert.That(row, Does.EndWith("<td>5</td><td class=\"alarm\">1</td><td>0</td></tr>"));
    }

    [Test]
    public void The_figure_is_laid_out_as_in_the_paper()
    {
        string page = Page(SampleRun.Results(8));
        string head = Regex.Match(page, "<table class=\"figure\".*?</thead>", RegexOptions.Singleline).Value;

        Assert.That(Texts(head, "th").Select(text => text.Replace('\u00A0', ' ')), Is.EqualTo(new[]
        {
            "row", "(a) target", "(b) planar", "(c) NICE-perm", "(d) NICE-orth",
            "K = 2", "K = 8", "K = 32", "K = 2", "K = 8", "K = 32", "K = 2", "K = 8", "K = 32",
        }));
        Assert.That(Regex.Count(page, "<img "), Is.EqualTo(4 * 10));
        Assert.That(page, Does.Contain("(e) KL(q || p), 512 x 512 grid on [-7, 7]^2: mean over seeds, bars of one standard error"));
        Assert.That(page, Does.Contain("<figcaption>seed 2, KL "));
    }

    [Test]
    public void The_pictured_seed_is_the_median_one()
    {
        RunDensity[] densities = [.. Enumerable.Range(1, 4).Select(seed => new RunDensity(RunDensity.Model, seed, new DensityImage(0, 1, 1, [seed])))];
        SeedMetric[] metrics = [.. ((double[])[9, double.NaN, 1, 4, 5]).Select((value, seed) => new SeedMetric(seed, SampleMetrics.Divergence, value))];
        var cell = new CellResults(SampleStore.Cells[0], CellStatus.Finished, 1, metrics, [], densities);

        Assert.That(FigurePanel.Model(cell, SampleMetrics.Divergence, null).Pictured, Is.EqualTo(new SeedMetric(3, SampleMetrics.Divergence, 4)));
        Assert.That(FigurePanel.Model(cell with { Densities = densities[..2] }, SampleMetrics.Divergence, null).Pictured!.Seed, Is.EqualTo(2), "seed 3 has no picture");
        Assert.That(FigurePanel.Model(cell, null, null).Density!.Seed, Is.EqualTo(1), "without numbers the first");
    }

    [Test]
    public void An_empty_layout_is_inferred()
    {
        ReportPlan plan = ReportPlan.Of(SampleRun.Results(2), Inferred);

        Assert.That((plan.Rows, plan.CurveX, plan.Headline!.Name), Is.EqualTo(("target", "K", "kl_q_p")));
        Assert.That(plan.Columns, Is.EqualTo(new[] { "method", "K" }));
        Assert.That(plan.CurveSeries, Is.EqualTo(new[] { "method" }));
    }

    [Test]
    public void An_axis_that_the_layout_forgets_still_tells_cells_apart()
    {
        ReportPlan plan = ReportPlan.Of(SampleRun.Results(2), SampleRun.Layout with { Columns = ["K"], Rows = "target" });

        Assert.That(plan.Columns, Is.EqualTo(new[] { "K", "method" }));
        Assert.That(FigureGrid.Of(plan).Columns, Has.Count.EqualTo(9));
    }

    [Test]
    public void Names_of_any_kind_are_only_text()
    {
        RunResults results = Renamed(SampleRun.Results(2), Hostile);

        string page = ReportWriter.FormatPage(results, SampleRun.Layout with { Title = Hostile, Rows = Hostile });

        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("\u0001"));
        Assert.That(page, Does.Contain("<h1>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\uFFFD]]&gt;</h1>"));
    }

    [Test]
    public void A_run_that_was_only_drawn_has_pictures_and_no_numbers()
    {
        RunResults results = SampleRun.Results(4);
        results = results with { Descriptions = [], Events = [], Cells = [.. results.Cells.Select(cell => cell with { Metrics = [], Curve = [], Densities = [cell.Densities[1]] })] };

        string page = Page(results);

        Assert.That(Regex.Count(page, "<img "), Is.EqualTo(36));
        Assert.That(page, Does.Contain("quantile of each picture").And.Contain("<figcaption>seed 2</figcaption>"));
        Assert.That(page, Does.Not.Contain("<h2>Numbers</h2>").And.Not.Contain("<svg").And.Not.Contain("(a) target").And.Not.Contain("median"));
    }

    [Test]
    public void A_run_that_has_not_begun_has_a_page()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using RunStore store = RunStore.OpenForReading(folder);

        ReportWriter.Write(folder, store.Read(), Inferred);

        Assert.That(File.ReadAllText(folder.Report), Does.Contain("2 cells; 0 of 2 finished."));
    }

    [Test]
    public void Without_axes_there_is_one_row_and_one_column()
    {
        RunResults results = SampleRun.Results(4);
        CellResults only = results.Cells[0] with { Cell = results.Cells[0].Cell with { Labels = new Dictionary<string, string>() } };

        string page = ReportWriter.FormatPage(results with { Axes = [], Cells = [only] }, Inferred);

        Assert.That(Regex.Count(page, "<img "), Is.EqualTo(2));
        Assert.That(Regex.Count(page, "<tr class=\"first\">"), Is.EqualTo(4));
    }

    [Test]
    public void The_folder_gets_every_picture_and_chart()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = RunFolder.Create(temporary.Path);

        ReportWriter.Write(folder, SampleRun.Results(64), SampleRun.Layout);

        string[] names = [.. Directory.GetFiles(folder.Figures).Select(file => Path.GetFileName(file))];
        Assert.That(names, Is.SupersetOf(new[] { "figure-3.png", "figure-3.pdf", "figure-3-curves.svg", "figure-3-training-free_energy.svg", "U1-planar-2-target.png", "U4-NICE-orth-32-seed2.pdf" }));
        Assert.That(names, Has.Length.EqualTo(3 * (3 + 4 + 36)));
        Assert.That(XDocument.Load(folder.Figure("figure-3-curves", ".svg")).Root!.Name.LocalName, Is.EqualTo("svg"));
        Assert.That(File.ReadAllText(folder.Summary).Split('\n'), Has.Length.EqualTo(1 + 36 * 4 + 1));
        Assert.That(new FileInfo(folder.Report).Length, Is.LessThan(5_000_000));
    }

    [Test]
    public void Reports_are_equal_byte_for_byte()
    {
        Assert.That(Page(SampleRun.Results(16)), Is.EqualTo(Page(SampleRun.Results(16))));
    }

    private static string Page(RunResults results) => ReportWriter.FormatPage(results, SampleRun.Layout);

    private static IEnumerable<string> Texts(string markup, string element) =>
        Regex.Matches(markup, $"<{element}[ >].*?</{element}>").Select(match => Regex.Replace(match.Value, "<[^>]*>", ""));

    private static RunResults Renamed(RunResults results, string name) => results with
    {
        Environment = [new(name, name)],
        Axes = [name, .. results.Axes.Skip(1)],
        Descriptions = [.. results.Descriptions.Select(metric => metric with { Label = name, Unit = name })],
        Events = [new RunEvent(SampleStore.Noon, 0, 0, 0, RunEventKind.Warning, name)],
        Cells = [.. results.Cells.Select(cell => cell with { Cell = Renamed(cell.Cell, name) })],
    };

    private static RunCell Renamed(RunCell cell, string name) => cell with
    {
        Id = name + cell.Id,
        SettingsJson = name,
        Labels = cell.Labels.Select(label => label.Key == "target" ? new(name, name + label.Value) : label).ToDictionary(),
    };
}
