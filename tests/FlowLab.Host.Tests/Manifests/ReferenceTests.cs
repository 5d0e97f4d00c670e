using FlowLab.Host.Manifests;
using FlowLab.Host.Reports;

namespace FlowLab.Host.Tests.Manifests;

public class ReferenceTests
{
    private const string Sweep = "\"sweep\": { \"flow.0.length\": [ 2, 8 ], \"kind\": [ { \"label\": \"a\" }, { \"label\": \"b\", \"optimizer\": { \"schedule\": { \"type\": \"cosine\", \"warmup\": 5 } } } ] }, ";

    [Test]
    public void A_reference_is_read_as_written()
    {
        ExperimentPlan plan = ManifestBench.Plan(ManifestBench.With(Sweep +
            """
            "report": { "reference": {
              "title": "Somebody (2015), Table 2", "metric": "test_nll",
              "values": [ { "at": { "flow.0.length": 2, "kind": "a" }, "value": 87.5, "note": "upper bound" }, { "at": { }, "value": -3 } ],
              "settings": { "training.updates": 500000, "seeds": 100, "optimizer.learningRate": 1e-5, "optimizer.schedule.warmup": 5, "flow.0.length": 2, "target.name": "U1" },
              "notes": [ "One.", "Two." ] } }
            """));

        ReferenceSettings reference = plan.Report.Reference!;
        Assert.That((reference.Title, reference.Metric, reference.Values.Count), Is.EqualTo(("Somebody (2015), Table 2", "test_nll", 2)));
        Assert.That(reference.Values[0].At, Is.EqualTo(new Dictionary<string, string> { ["flow.0.length"] = "2", ["kind"] = "a" }));
        Assert.That((reference.Values[0].Value, reference.Values[0].Note, reference.Values[1].Value), Is.EqualTo((87.5, "upper bound", -3.0)));
        Assert.That(reference.Notes, Is.EqualTo(new[] { "One.", "Two." }));
        Assert.That(reference.Settings.Keys, Is.EqualTo(new[] { "training.updates", "seeds", "optimizer.learningRate", "optimizer.schedule.warmup", "flow.0.length", "target.name" }));
        Assert.That(reference.Find(plan.Cells[0].Labels)!.Value, Is.EqualTo(87.5));
        Assert.That(reference.Find(plan.Cells[3].Labels)!.Value, Is.EqualTo(-3.0), "a place without axes is every cell");
        Assert.That(ReportLayouts.Parse(plan.ResolvedManifest).Reference!.Settings.Count, Is.EqualTo(6), "reports read the same from the run folder");
    }

    [TestCase("\"training.udpates\": 3", "FLM029 $.report.reference.settings[\"training.udpates\"]: no cell has a setting \"training.udpates\"; expected one of training.batch, training.updates, training.metricsEvery, training.checkpointEvery, training.clip.factor, training.clip.decay, training.clip.norm, training.onFault, training.diagnoseEvery; did you mean \"training.updates\"?")]
    [TestCase("\"trainin.updates\": 3", "FLM029 $.report.reference.settings[\"trainin.updates\"]: no cell has a setting \"trainin.updates\"; expected a path that starts with seeds, target, model, base, flow, objective, optimizer, training, evaluation*; did you mean \"training.updates\"?")]
    [TestCase("\"flow.1.length\": 3", "FLM029 $.report.reference.settings[\"flow.1.length\"]: no cell has a setting \"flow.1.length\";*")]
    public void A_setting_that_no_cell_has_is_a_fault(string setting, string expected) =>
        AssertFault("\"title\": \"t\", \"metric\": \"m\", \"values\": [ ], \"settings\": { " + setting + " }", expected);

    [TestCase("\"metric\": \"m\", \"values\": [ ]", "FLM014 $.report.reference.title: missing; expected text in quotes")]
    [TestCase("\"title\": \"t\", \"metric\": 3, \"values\": [ ]", "FLM011 $.report.reference.metric: wrong type; expected text in quotes; found 3")]
    [TestCase("\"title\": \"t\", \"metric\": \"m\"", "FLM014 $.report.reference.values: missing; expected a list [ ]")]
    [TestCase("\"title\": \"t\", \"metric\": \"m\", \"values\": [ ], \"note\": \"n\"", "FLM010 $.report.reference.note: unknown key \"note\"; expected one of title, metric, values, settings, notes; did you mean \"notes\"?")]
    [TestCase("\"title\": \"t\", \"metric\": \"m\", \"values\": [ { \"value\": 3 } ]", "FLM014 $.report.reference.values[0].at: missing; expected an object { } with a label per axis")]
    [TestCase("\"title\": \"t\", \"metric\": \"m\", \"values\": [ { \"at\": { \"kid\": \"a\" }, \"value\": 3 } ]", "FLM027 $.report.reference.values[0].at.kid: the sweep has no axis \"kid\"; expected one of flow.0.length, kind; did you mean \"kind\"?")]
    [TestCase("\"title\": \"t\", \"metric\": \"m\", \"values\": [ { \"at\": { \"kind\": \"a\" }, \"value\": \"3\" } ]", "FLM011 $.report.reference.values[0].value: wrong type; expected a number; found \"3\"")]
    [TestCase("\"title\": \"t\", \"metric\": \"m\", \"values\": [ { \"at\": { \"kind\": [ ] }, \"value\": 3 } ]", "FLM011 $.report.reference.values[0].at.kind: wrong type; expected a label or plain value of the axis; found []")]
    [TestCase("\"title\": \"t\", \"metric\": \"m\", \"values\": [ ], \"settings\": [ ]", "FLM011 $.report.reference.settings: wrong type;*found []")]
    public void A_reference_is_checked(string keys, string expected) => AssertFault(keys, expected);

    [Test]
    public void Flow_length_is_a_name_for_x_without_being_an_axis()
    {
        ExperimentPlan plan = ManifestBench.Plan(ManifestBench.With("\"report\": { \"curve\": { \"x\": \"flow length\", \"metrics\": [ \"kl\", \"free_energy\" ] } }"));

        Assert.That(plan.Report.Curve!.Metrics, Is.EqualTo(new[] { "kl", "free_energy" }));
        Assert.That(ReportLayouts.Parse(plan.ResolvedManifest).CurveMetrics, Is.EqualTo(new[] { "kl", "free_energy" }));
        Assert.That(ManifestBench.Load(ManifestBench.With("\"report\": { \"curve\": { \"x\": \"flow lenght\" } }")).Faults.Single().ToString(),
            Is.EqualTo("FLM027 $.report.curve.x: the sweep has no axis \"flow lenght\"; expected no axis, as nothing is swept, or \"flow length\"; did you mean \"flow length\"?"));
    }

    private static void AssertFault(string reference, string expected)
    {
        ManifestResult result = ManifestBench.Load(ManifestBench.With(Sweep + "\"report\": { \"reference\": { " + reference + " } }"));

        Assert.That(result.Plan, Is.Null);
        Assert.That(result.Faults.Single().ToString(), Does.Match("^" + System.Text.RegularExpressions.Regex.Escape(expected).Replace("\\*", ".*", StringComparison.Ordinal) + "$"));
    }
}
