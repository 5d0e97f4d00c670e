using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Reports;

namespace FlowLab.Host.Tests.Manifests;

public class PresetTests
{
    private const string Keys =
        """
        "training": { "batch": 500, "updates": 9000 }, "evaluation": { "samples": 5000 }, "seeds": 8,
        "sweep": { "flow.0.length": [ 2, 4 ], "base.sigma": [ 1, 2 ] },
        "report": { "rows": "base.sigma", "title": "T" },
        "presets": {
          "quick": {
            "description": "A first look.",
            "training": { "updates": 30 }, "seeds": 2, "evaluation": null,
            "sweep": { "flow.0.length": [ 3 ], "base.sigma": null }, "report": { "rows": null }
          },
          "wide": { "flow": [ { "type": "radial" }, { "type": "radial" } ], "optimizer": { "type": "sgd" } }
        }
        """;

    [Test]
    public void A_preset_merges_over_the_manifest()
    {
        ExperimentPlan plan = Plan(new ManifestOverrides([], Preset: "quick"));

        CellManifest cell = plan.Cells.Single().Manifest;
        Assert.That((cell.Training.Batch, cell.Training.Updates), Is.EqualTo((500, 30)), "objects merge by key");
        Assert.That(plan.Axes, Is.EqualTo(new[] { "flow.0.length" }), "null removes a key, other values replace");
        Assert.That(plan.Seeds, Is.EqualTo(new[] { 0, 1 }));
        Assert.That(cell.Evaluation.Samples, Is.EqualTo(20_000), "the default, as the preset removes what the manifest says");
        Assert.That((plan.Report.Title, plan.Report.Rows), Is.EqualTo(("T", "")));
        Assert.That(plan.Preset, Is.EqualTo(new AppliedPreset("quick", "A first look.")));
    }

    [Test]
    public void Arrays_of_a_preset_replace_those_of_the_manifest()
    {
        ExperimentPlan plan = Plan(new ManifestOverrides([], Preset: "wide"));

        Assert.That(plan.Cells.Select(cell => cell.Manifest.Flow.Count), Is.All.EqualTo(2));
        Assert.That(plan.Cells[0].Manifest.Optimizer.Component.Name, Is.EqualTo("sgd"));
    }

    [Test]
    public void Without_a_name_no_preset_is_applied()
    {
        ExperimentPlan plan = Plan(ManifestOverrides.None);

        Assert.That((plan.Preset, plan.Cells.Count, plan.Seeds.Count), Is.EqualTo(((AppliedPreset?)null, 4, 8)));
        Assert.That(plan.ResolvedManifest, Does.Not.Contain("presets"));
    }

    [Test]
    public void The_manifest_can_name_its_preset_and_the_command_line_another_or_none()
    {
        string json = ManifestBench.With(Keys + ", \"preset\": \"wide\"");

        Assert.That(ManifestBench.Load(json).Plan!.Preset!.Name, Is.EqualTo("wide"));
        Assert.That(ManifestBench.Load(json, new ManifestOverrides([], Preset: "quick")).Plan!.Preset!.Name, Is.EqualTo("quick"));
        Assert.That(ManifestBench.Load(json, "preset=quick").Plan!.Preset!.Name, Is.EqualTo("quick"));
        Assert.That(ManifestBench.Load(json, "preset=null").Plan!.Preset, Is.Null);
    }

    [Test]
    public void Overrides_win_over_the_preset_whatever_their_order_and_can_change_it()
    {
        ExperimentPlan plan = Plan(new ManifestOverrides(["training.updates=77", "preset=quick", "presets.quick.training.batch=5"], Seeds: 3));

        CellManifest cell = plan.Cells.Single().Manifest;
        Assert.That((cell.Training.Updates, cell.Training.Batch, plan.Seeds.Count), Is.EqualTo((77, 5, 3)));
    }

    [Test]
    public void The_resolved_manifest_names_the_preset_and_loads_to_the_same_plan()
    {
        ExperimentPlan plan = Plan(new ManifestOverrides(["training.updates=77"], Preset: "quick"));
        ExperimentPlan again = ManifestBench.Load(plan.ResolvedManifest).Plan!;

        Assert.That(again.Preset, Is.EqualTo(plan.Preset));
        Assert.That(again.Cells.Single().Manifest.Training.Updates, Is.EqualTo(77), "the preset is not applied a second time over the override");
        Assert.That(again.ResolvedManifest, Is.EqualTo(plan.ResolvedManifest));
        Assert.That(ReportLayouts.Parse(plan.ResolvedManifest).Preset, Is.EqualTo("quick (A first look)"));
    }

    [TestCase("\"preset\": \"quik\"", "FLM028 $.preset: there is no preset \"quik\"; expected one of quick, wide; did you mean \"quick\"?")]
    [TestCase("\"preset\": 3", "FLM011 $.preset: wrong type; expected the name of a preset in quotes: one of quick, wide; found 3")]
    [TestCase("\"presets\": [ ]", "FLM011 $.presets: wrong type; expected an object { } with one partial manifest per preset; found []")]
    [TestCase("\"presets\": { \"quick\": 3 }", "FLM011 $.presets.quick: wrong type; expected a partial manifest { \"description\": ..., ... }; found 3")]
    [TestCase("\"presets\": { \"a\": { \"traning\": { } } }", "FLM010 $.presets.a.traning: unknown key \"traning\"; expected one of name, description, seeds, report, sweep, search, target,*did you mean \"training\"?")]
    [TestCase("\"presets\": { \"a\": { \"preset\": \"b\" } }", "FLM010 $.presets.a.preset: unknown key \"preset\";*")]
    [TestCase("\"presets\": { \"a\": { \"training\": { \"batch\": 0 } } }, \"preset\": \"a\"", "FLM012 $.training.batch (from $.presets.a.training.batch): out of range;*found 0")]
    [TestCase("\"presets\": { \"a\": { \"name\": null } }, \"preset\": \"a\"", "FLM014 $.name (from $.presets.a.name): missing;*")]
    public void A_fault_of_a_preset_says_where_it_comes_from(string keys, string expected)
    {
        string json = ManifestBench.With(Keys);
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        foreach ((string key, var value) in System.Text.Json.Nodes.JsonNode.Parse("{" + keys + "}")!.AsObject())
            manifest[key] = value?.DeepClone();

        ManifestResult result = ManifestBench.Load(manifest.ToJsonString());

        Assert.That(result.Plan, Is.Null);
        Assert.That(result.Faults.Single().ToString(), Does.Match("^" + System.Text.RegularExpressions.Regex.Escape(expected).Replace("\\*", ".*", StringComparison.Ordinal) + "$"));
    }

    [Test]
    public void An_unknown_preset_of_the_command_line_is_said_to_come_from_there() =>
        Assert.That(ManifestBench.Load(ManifestBench.Valid, new ManifestOverrides([], Preset: "quick")).Faults.Single().ToString(),
            Is.EqualTo("FLM028 $.preset (from --preset): there is no preset \"quick\"; expected no preset, as the manifest has none"));

    [Test]
    public void Every_preset_of_every_shipped_manifest_loads()
    {
        using PluginCatalog catalog = PluginCatalog.Load([TestFolders.RealPlugins]);
        int presets = 0;
        foreach (string file in Directory.GetFiles(Path.Combine(TestFolders.Repository, "manifests"), "*.json").Where(file => !file.EndsWith("schema.json", StringComparison.Ordinal)))
        {
            var document = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            foreach (string name in (document["presets"] as System.Text.Json.Nodes.JsonObject ?? []).Select(preset => preset.Key))
            {
                Assert.That(ManifestLoader.Load(file, new ManifestOverrides([], Preset: name), catalog).Faults, Is.Empty, $"{file}, {name}");
                presets++;
            }
        }
        Assert.That(presets, Is.Not.Zero);
    }

    private static ExperimentPlan Plan(ManifestOverrides overrides)
    {
        ManifestResult result = ManifestBench.Load(ManifestBench.With(Keys), overrides);
        Assert.That(result.Faults, Is.Empty);
        return result.Plan!;
    }
}
