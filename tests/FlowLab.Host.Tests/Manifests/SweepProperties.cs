using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;
using FsCheck;
using FsCheck.Fluent;

namespace FlowLab.Host.Tests.Manifests;

/// <summary>Laws of the expander, for random sweeps.</summary>
public class SweepProperties
{
    private static readonly string[] Paths = ["flow.0.length", "training.batch", "training.updates", "seedless", "evaluation.samples"];

    [FsCheck.NUnit.Property(MaxTest = 60, Arbitrary = [typeof(SweepProperties)])]
    public void The_grid_is_the_product_of_the_axes_with_unique_ids(RandomSweep sweep)
    {
        ExperimentPlan plan = ManifestBench.Plan(sweep.Json);

        Assert.That(plan.Cells, Has.Count.EqualTo(sweep.Sizes.Aggregate(1, (product, size) => product * size)));
        Assert.That(plan.Cells.Select(cell => cell.Id.ToUpperInvariant()), Is.Unique);
        Assert.That(plan.Cells.Select(cell => string.Join('\n', cell.Labels.Values)), Is.Unique);
        Assert.That(plan.Cells.Select(cell => cell.Index), Is.EqualTo(Enumerable.Range(0, plan.Cells.Count)));
    }

    [FsCheck.NUnit.Property(MaxTest = 60, Arbitrary = [typeof(SweepProperties)])]
    public void Each_value_of_an_axis_appears_equally_often(RandomSweep sweep)
    {
        ExperimentPlan plan = ManifestBench.Plan(sweep.Json);

        foreach ((string axis, int size) in plan.Axes.Zip(sweep.Sizes))
        {
            IReadOnlyList<int> counts = [.. plan.Cells.GroupBy(cell => cell.Labels[axis]).Select(group => group.Count())];
            Assert.That(counts, Has.Count.EqualTo(size));
            Assert.That(counts, Is.All.EqualTo(plan.Cells.Count / size));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 60, Arbitrary = [typeof(SweepProperties)])]
    public void The_resolved_manifest_loads_to_the_same_plan(RandomSweep sweep)
    {
        ExperimentPlan plan = ManifestBench.Plan(sweep.Json, $"training.batch={sweep.Batch}", "base.sigma=2");
        ExperimentPlan again = ManifestBench.Plan(plan.ResolvedManifest);

        Assert.That(Describe(again), Is.EqualTo(Describe(plan)));
        Assert.That(again.ResolvedManifest, Is.EqualTo(plan.ResolvedManifest));
    }

    [FsCheck.NUnit.Property(MaxTest = 60, Arbitrary = [typeof(SweepProperties)])]
    public void An_override_wins_over_manifest_and_sweep_and_the_last_one_over_all(RandomSweep sweep)
    {
        ExperimentPlan plan = ManifestBench.Plan(sweep.Json, "training.batch=1", $"training.batch={sweep.Batch}");

        Assert.That(plan.Cells.Select(cell => cell.Manifest.Training.Batch), Is.All.EqualTo(sweep.Batch));
    }

    public static Arbitrary<RandomSweep> Sweeps() =>
        (from sizes in Gen.ListOf(Gen.Choose(1, 4)).Select(list => list.Take(Paths.Length).ToArray())
         from order in Gen.Shuffle(Paths)
         from first in Gen.Choose(100, 1000)
         from batch in Gen.Choose(1, 999)
         select Build(sizes, order, first, batch)).ToArbitrary();

    private static RandomSweep Build(int[] sizes, string[] order, int first, int batch)
    {
        var manifest = JsonNode.Parse(ManifestBench.Valid)!.AsObject();
        var sweep = new JsonObject();
        foreach ((int size, string path) in sizes.Zip(order))
            sweep[path] = new JsonArray([.. Enumerable.Range(first, size).Select(value => path.Contains('.') ? (JsonNode)value : Partial(value))]);
        manifest["sweep"] = sweep;
        return new RandomSweep(manifest.ToJsonString(), sizes, batch);
    }

    private static JsonObject Partial(int value) => new() { ["label"] = $"v {value}", ["training"] = new JsonObject { ["batch"] = value } };

    private static string Describe(ExperimentPlan plan) =>
        string.Join('\n', plan.Cells.Select(cell => $"{cell.Index} {cell.Id} {string.Join(',', cell.Labels)} {Describe(cell.Manifest)}").Prepend(string.Join(',', plan.Axes)));

    private static string Describe(CellManifest cell) =>
        string.Join(' ', new object[] { cell.Base, cell.Objective, cell.Training, cell.Evaluation }.Concat(cell.Flow.Select(flow => flow.Settings!)).Select(ExperimentPlanTests.Describe));
}
