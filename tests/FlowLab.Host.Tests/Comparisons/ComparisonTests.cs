using FlowLab.Engine.Auditing;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Comparisons;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Tests.Comparisons;

/// <summary>What is put beside what.</summary>
public sealed class ComparisonTests
{
    private static readonly MetricDescription Kl = new("kl", "KL(q || p)", "nats", MetricKind.Estimate, LowerIsBetter: true);

    /// <summary>U1 and U3, planar of length 2 and 8, two kinds of NICE of length 8.</summary>
    private static readonly RunResults Figure = Run(["target", "method"],
        Cell("U1", "planar-2", "planar", 2, 2.0, 2.2, 2.4), Cell("U1", "planar-8", "planar", 8, 1.0, 1.4, 1.2), Cell("U1", "perm", "nice", 8, 0.5, 0.7, 0.8), Cell("U1", "orth", "nice", 8, 0.7, 0.9, 1.4),
        Cell("U3", "planar-2", "planar", 2, 3.0, 3.2, 3.4), Cell("U3", "planar-8", "planar", 8, 2.0, 2.1, 2.5), Cell("U3", "perm", "nice", 8, 2.5, 2.7, 2.8), Cell("U3", "orth", "nice", 8, 2.5, 2.7, 2.8));

    [Test]
    public void Groups_meet_in_what_they_have_in_common()
    {
        Comparison comparison = Compare([("figure", Figure)], "method");
        Assert.Multiple(() =>
        {
            Assert.That(comparison.ContextAxes, Is.EqualTo(["target"]));
            Assert.That(comparison.Blocks.Select(block => block.Context), Is.EqualTo(["U1", "U3"]));
            Assert.That(comparison.Groups, Is.EqualTo(["planar-2", "planar-8", "perm", "orth"]));
            Assert.That(comparison.Blocks.Select(block => block.Best), Is.EqualTo(["perm", "planar-8"]));
        });
    }

    [Test]
    public void Kinds_within_a_group_are_averaged_seed_by_seed()
    {
        Comparison comparison = Compare([("figure", Figure)], "flow.type");
        ComparisonBlock block = comparison.Blocks[0];
        GroupFigures nice = block.Groups.Single(group => group.Name == "nice");
        PairedDifference difference = block.FromBest(block.Groups.Single(group => group.Name == "planar"))!;
        Assert.Multiple(() =>
        {
            Assert.That(comparison.ContextAxes, Is.EqualTo(["target"]));
            Assert.That(nice.Values.OrderBy(value => value.Key).Select(value => value.Value), Is.EqualTo([0.6, 0.8, 1.1]).Within(1e-12));
            Assert.That((nice.Cells, nice.Statistics.Seeds), Is.EqualTo((2, 3)));
            // planar: 1.5, 1.8, 1.8; minus NICE: 0.9, 1.0, 0.7.
            Assert.That(difference.Mean, Is.EqualTo(2.6 / 3).Within(1e-12));
            Assert.That((difference.First, difference.Second, difference.Pairs), Is.EqualTo(("planar", "nice", 3)));
        });
    }

    [Test]
    public void A_setting_counts_as_an_axis_and_its_number_is_named()
    {
        Comparison comparison = Compare([("figure", Figure)], "flow.type", "flow.length");
        Assert.That(comparison.Groups, Is.EqualTo(["planar, length = 2", "planar, length = 8", "nice, length = 8"]));
    }

    [Test]
    public void A_figure_that_fails_the_audit_is_never_best()
    {
        RunResults run = Run(["method"], Cell("", "good", "planar", 2, 0.5, 0.6), Failing(Cell("", "wrong", "planar", 8, -1, -1)));
        Comparison comparison = Compare([("run", run)], "method");
        Assert.Multiple(() =>
        {
            Assert.That(comparison.Blocks[0].Best, Is.EqualTo("good"));
            Assert.That(ComparisonText.Format(comparison), Does.Contain("(fails the audit)").And.Contain("never called best: wrong"));
        });
    }

    [Test]
    public void Only_shared_seeds_are_paired_and_stopped_ones_are_counted()
    {
        RunResults run = Run(["method"], Cell("", "a", "planar", 2, 1.0, double.NaN, 3.0, 4.0), Cell("", "b", "planar", 8, 0.5, 0.6, double.NaN, 3.5));
        ComparisonBlock block = Compare([("run", run)], "method").Blocks[0];
        Assert.Multiple(() =>
        {
            Assert.That(block.Differences.Single().Pairs, Is.EqualTo(2));
            Assert.That(block.Differences.Single().Mean, Is.EqualTo(0.5).Within(1e-12));
            Assert.That(block.Groups.Select(group => group.Statistics.Stopped), Is.EqualTo([1, 1]));
        });
    }

    [Test]
    public void Runs_are_told_apart()
    {
        Comparison comparison = Compare([("first", Figure), ("second", Figure)], "run");
        Assert.Multiple(() =>
        {
            Assert.That(comparison.Groups, Is.EqualTo(["first", "second"]));
            Assert.That(comparison.Blocks, Has.Count.EqualTo(8));
            Assert.That(comparison.Blocks.SelectMany(block => block.Differences).Select(difference => difference.P), Is.All.EqualTo(1));
        });
    }

    [Test]
    public void Unequal_budgets_are_said()
    {
        RunResults run = Run(["method"], Cell("", "a", "planar", 2, 1, 2), Cell("", "b", "planar", 2, 1, 3) with { UpdatesDone = 999 });
        Assert.That(ComparisonText.Format(Compare([("run", run)], "method")), Does.Contain("Budgets are not equal").And.Contain("999 x 100"));
    }

    [TestCase("FLR060", "kk", "method")]
    [TestCase("FLR062", "kl", "no.such")]
    [TestCase("FLR063", "kl", "model.type")]
    public void A_question_without_an_answer_is_refused(string number, string metric, string by)
    {
        FlowLabException refusal = Assert.Throws<FlowLabException>(() => Comparison.Of([("figure", Figure)], null, new ComparisonRequest([by], metric, 0.95)))!;
        Assert.That(refusal.Number, Is.EqualTo(number));
    }

    [Test]
    public void A_run_without_numbers_is_refused() =>
        Assert.That(Assert.Throws<FlowLabException>(() => Compare([("empty", Run(["method"]))]))!.Number, Is.EqualTo("FLR061"));

    private static Comparison Compare((string, RunResults)[] runs, params string[] by) => Comparison.Of(runs, "kl", new ComparisonRequest(by, null, 0.95));

    private static RunResults Run(string[] axes, params CellResults[] cells) => new([], axes, [Kl], cells, []);

    private static CellResults Cell(string target, string method, string type, int length, params double[] values) => new(
        new RunCell(0, $"{target}-{method}", new Dictionary<string, string> { ["target"] = target, ["method"] = method },
            $$$"""{"flow":[{"kind":"flow","name":"{{{type}}}","settings":{"length":{{{length}}}}}],"training":{"batch":100},"model":{"type":"one"}}"""),
        CellStatus.Finished, 1000, [.. values.Select((value, seed) => new SeedMetric(seed, Kl, value))], [], []);

    private static CellResults Failing(CellResults cell) => cell with
    {
        Audit = [new AuditFinding("FLA001", 0, AuditSeverity.Failure, ["kl"], "a divergence below 0")],
    };
}
