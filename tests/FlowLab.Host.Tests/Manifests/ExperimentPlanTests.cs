using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Tests.Manifests;

public class ExperimentPlanTests
{
    [Test]
    public void A_manifest_without_sweep_is_one_cell_with_every_default()
    {
        ExperimentPlan plan = ManifestBench.Plan("""{ "name": "My first!", "target": { "type": "energy", "name": "U2" } }""");

        CellPlan cell = plan.Cells.Single();
        Assert.Multiple(() =>
        {
            Assert.That((cell.Index, cell.Id, cell.Labels.Count), Is.EqualTo((0, "My-first", 0)));
            Assert.That(plan.Seeds, Is.EqualTo(new[] { 0 }));
            Assert.That(cell.Manifest.Target!.Component.Name, Is.EqualTo("U2"));
            Assert.That(cell.Manifest.Flow, Is.Empty);
            Assert.That(cell.Manifest.Optimizer.Component.Name, Is.EqualTo("rmsprop"));
            Assert.That(cell.Manifest.Schedule.Component.Name, Is.EqualTo("constant"));
            Assert.That(cell.Manifest.LearningRate, Is.EqualTo(1e-3));
            Assert.That(cell.Manifest.Base.Type, Is.EqualTo(BaseKind.Gaussian));
            Assert.That(cell.Manifest.Objective.Type, Is.EqualTo(ObjectiveKind.FreeEnergy));
            Assert.That((cell.Manifest.Training.Batch, cell.Manifest.Evaluation.Samples), Is.EqualTo((1000, 20_000)));
        });
    }

    [Test]
    public void Values_reach_every_form_of_setting()
    {
        ExperimentPlan plan = ManifestBench.Plan(ManifestBench.With(
            """
            "objective": { "type": "Free-Energy", "annealing": { "start": 0.25 } },
            "optimizer": { "type": "adam", "learningRate": 2e-2, "beta1": 0.5, "schedule": {
              "type": "good", "scale": 2, "count": 8, "large": -9000000000, "weight": 0.25, "enabled": false, "note": "3", "side": "right", "mode": "fast-start",
              "optional": 4, "inner": { "width": 9 }, "layers": [ { "depth": 2 }, { } ], "weights": [ 0, 1.0 ] } }
            """));

        CellManifest cell = plan.Cells.Single().Manifest;
        Assert.That((cell.Objective.Annealing.Start, cell.Objective.Annealing.Updates), Is.EqualTo((0.25, 10_000)));
        Assert.That(cell.LearningRate, Is.EqualTo(2e-2));
        Assert.That(Describe(cell.Optimizer.Settings!), Is.EqualTo("Beta1=0.5 Beta2=0.999 Epsilon=1E-08"));
        Assert.That(Describe(cell.Schedule.Settings!), Is.EqualTo(
            "Scale=2 Count=8 Large=-9000000000 Weight=0.25 Enabled=False Note=3 Side=right Mode=FastStart Optional=4 Inner={Depth=3 Width=9} " +
            "Layers=[{Depth=2 Width=7},{Depth=1 Width=7}] Weights=[0,1]"));
    }

    [Test]
    public void Null_is_a_value_where_the_setting_may_be_null()
    {
        ExperimentPlan plan = ManifestBench.Plan(ManifestBench.With("\"optimizer\": { \"type\": \"adam\", \"schedule\": { \"type\": \"good\", \"optional\": null } }, \"report\": { \"curve\": null }"));

        Assert.That(Describe(plan.Cells.Single().Manifest.Schedule.Settings!), Does.Contain("Optional= "));
        Assert.That(plan.Report.Curve, Is.Null);
    }

    [TestCase("3", new[] { 0, 1, 2 })]
    [TestCase("[ 7, 3 ]", new[] { 7, 3 })]
    [TestCase("{ \"first\": 10, \"count\": 2 }", new[] { 10, 11 })]
    [TestCase("{ \"count\": 2 }", new[] { 0, 1 })]
    public void Seeds_have_three_forms(string seeds, int[] expected) =>
        Assert.That(ManifestBench.Plan(ManifestBench.With($"\"seeds\": {seeds}")).Seeds, Is.EqualTo(expected));

    [Test]
    public void The_grid_is_the_product_in_the_order_written_with_the_last_axis_fastest()
    {
        ExperimentPlan plan = ManifestBench.Plan(ManifestBench.With(
            """
            "sweep": {
              "target.name": [ "U1", "U2" ],
              "method": [ { "label": "planar", "flow": [ { "type": "planar" } ] }, { "label": "Two radials", "flow": [ { "type": "radial" }, { "type": "radial", "length": 3 } ], "training": { "batch": 7 } } ],
              "flow.0.length": [ 2, 8 ]
            },
            "report": { "rows": "target.name", "columns": [ "method", "flow.0.length" ], "curve": { "x": "flow.0.length", "series": "method" } }
            """));

        Assert.That(plan.Axes, Is.EqualTo(new[] { "target.name", "method", "flow.0.length" }));
        Assert.That(plan.Cells.Select(cell => cell.Id), Is.EqualTo(new[]
        {
            "U1-planar-2", "U1-planar-8", "U1-Two-radials-2", "U1-Two-radials-8", "U2-planar-2", "U2-planar-8", "U2-Two-radials-2", "U2-Two-radials-8",
        }));
        CellPlan last = plan.Cells[^1];
        Assert.That(last.Labels, Is.EqualTo(new Dictionary<string, string> { ["target.name"] = "U2", ["method"] = "Two radials", ["flow.0.length"] = "8" }));
        Assert.That(last.Manifest.Flow.Select(flow => Describe(flow.Settings!).Split(' ')[0]), Is.EqualTo(new[] { "Length=8", "Length=3" }));
        Assert.That(last.Manifest.Training.Batch, Is.EqualTo(7));
        Assert.That((plan.Report.Rows, plan.Report.Curve!.X), Is.EqualTo(("target.name", "flow.0.length")));
    }

    [Test]
    public void Objects_of_a_partial_manifest_merge_and_arrays_replace()
    {
        ExperimentPlan plan = ManifestBench.Plan(ManifestBench.With(
            """
            "flow": [ { "type": "planar", "length": 5 }, { "type": "planar" } ],
            "objective": { "annealing": { "start": 0.5, "updates": 7 } },
            "sweep": { "kind": [ { "label": "a", "objective": { "annealing": { "updates": 9 } }, "flow": [ { "type": "planar" } ] } ] }
            """));

        CellManifest cell = plan.Cells.Single().Manifest;
        Assert.That((cell.Objective.Annealing.Start, cell.Objective.Annealing.Updates), Is.EqualTo((0.5, 9)));
        Assert.That(cell.Flow, Has.Count.EqualTo(1));
        Assert.That(Describe(cell.Flow[0].Settings!), Does.Not.Contain("Length=5"));
    }

    [Test]
    public void Null_in_a_partial_manifest_removes_a_key_as_in_a_preset()
    {
        ExperimentPlan plan = ManifestBench.Plan(ManifestBench.With(
            """
            "optimizer": { "type": "rmsprop", "momentum": 0.5, "learningRate": 2e-2 },
            "sweep": { "kind": [ { "label": "a" }, { "label": "b", "optimizer": { "type": "adam", "momentum": null } } ] }
            """));

        Assert.That(plan.Cells.Select(cell => (cell.Manifest.Optimizer.Component.Name, cell.Manifest.LearningRate)), Is.EqualTo(new[] { ("rmsprop", 2e-2), ("adam", 2e-2) }));
        Assert.That(Describe(plan.Cells[1].Manifest.Optimizer.Settings!), Does.Not.Contain("Momentum"));
    }

    [Test]
    public void Labels_in_any_script_give_readable_ids()
    {
        ExperimentPlan plan = ManifestBench.Plan(ManifestBench.With("\"sweep\": { \"kind\": [ { \"label\": \"gr\u00F6\u00DFe\" }, { \"label\": \"\u03B2=0\" }, { \"label\": \"\u65E5\u672C\" }, { \"label\": \"\u4E2D\u56FD\" } ] }"));

        Assert.That(plan.Cells.Select(cell => cell.Id), Is.EqualTo(new[] { "gr\u00F6\u00DFe", "\u03B2-0", "\u65E5\u672C", "\u4E2D\u56FD" }));
    }

    [Test]
    public void Ids_are_unique_where_labels_look_the_same_in_a_file_name()
    {
        ExperimentPlan plan = ManifestBench.Plan(ManifestBench.With("\"sweep\": { \"kind\": [ { \"label\": \"a/b\" }, { \"label\": \"A b\" }, { \"label\": \"../..\" }, { \"label\": \"planar, K = 10\" } ] }"));

        Assert.That(plan.Cells.Select(cell => cell.Id), Is.EqualTo(new[] { "a-b", "A-b~2", "cell", "planar-K-10" }));
    }

    [Test]
    public void An_override_holds_in_every_cell()
    {
        const string json =
            """
            {
              "name": "x", "target": { "type": "energy", "name": "U1" }, "training": { "batch": 5 },
              "sweep": {
                "kind": [ { "label": "a", "training": { "batch": 6 }, "flow": [ { "type": "planar" } ] }, { "label": "b", "flow": [ { "type": "radial" } ] } ],
                "training.updates": [ 10, 20 ]
              }
            }
            """;
        ExperimentPlan plan = ManifestBench.Plan(json, "training.batch=9", "flow.0.length=3", "training.updates=40", "target.name=U3", "name=renamed");

        Assert.That(plan.Name, Is.EqualTo("renamed"));
        Assert.That(plan.Axes, Is.EqualTo(new[] { "kind", "training.updates" }), "the axis keeps one value, so that reports can name it");
        Assert.That(plan.Cells.Select(cell => cell.Id), Is.EqualTo(new[] { "a-40", "b-40" }));
        Assert.That(plan.Cells.Select(cell => cell.Manifest.Training.Batch), Is.All.EqualTo(9));
        Assert.That(plan.Cells.Select(cell => cell.Manifest.Training.Updates), Is.All.EqualTo(40));
        Assert.That(plan.Cells.Select(cell => Describe(cell.Manifest.Flow[0].Settings!)), Is.All.Contains("Length=3"));
        Assert.That(plan.Cells.Select(cell => cell.Manifest.Target!.Component.Name), Is.All.EqualTo("U3"));
    }

    [Test]
    public void An_override_with_a_list_replaces_the_values_of_an_axis()
    {
        ExperimentPlan plan = ManifestBench.Plan(ManifestBench.With("\"sweep\": { \"flow.0.length\": [ 2 ] }"), "flow.0.length=[3,4]", "sweep.base.sigma=[1,2]");

        Assert.That(plan.Cells.Select(cell => cell.Id), Is.EqualTo(new[] { "3-1", "3-2", "4-1", "4-2" }));
    }

    [Test]
    public void The_number_of_seeds_can_be_overridden()
    {
        ManifestResult result = ManifestBench.Load(ManifestBench.With("\"seeds\": [ 5 ]"), new ManifestOverrides([], Seeds: 2));

        Assert.That(result.Plan!.Seeds, Is.EqualTo(new[] { 0, 1 }));
        Assert.That(ManifestBench.Load(ManifestBench.Valid, new ManifestOverrides([], Seeds: 0)).Faults.Single().ToString(), Does.StartWith("FLM020 $.seeds (from --seeds): "));
    }

    [Test]
    public void Nothing_is_trained_without_target_and_updates_if_the_objective_is_none() =>
        Assert.That(
            ManifestBench.Plan("""{ "name": "drawn", "objective": { "type": "none" }, "training": { "updates": 0 } }""").Cells.Single().Manifest.Target, Is.Null);

    /// <summary>All properties with their values, in the order declared.</summary>
    internal static string Describe(object settings) =>
        string.Join(' ', settings.GetType().GetProperties().Select(property => $"{property.Name}={Format(property.GetValue(settings))}"));

    private static string Format(object? value) => value switch
    {
        null => "",
        string text => text,
        System.Collections.IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(Format))}]",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        bool flag => flag.ToString(),
        _ => $"{{{Describe(value)}}}",
    };
}
