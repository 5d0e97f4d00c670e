using FlowLab.Host.Exports;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Flows that follow ln p(x, z) of a decoder with kinks, and of a smooth one.</summary>
[TestFixture]
[Parallelizable]
public sealed class TargetKinksTests
{
    private const int Points = 60;
    private const int Side = 4;

    [Test]
    public void A_gradient_that_jumps_is_warned_of_and_that_of_the_bound_is_right_without()
    {
        using var folder = new TemporaryFolder();
        var random = new System.Random(7);
        using (FileStream file = File.Create(folder.In("images.npy")))
            NpyArray.Of("images", [.. Enumerable.Range(0, Points * Side * Side).Select(_ => (float)random.Next(2))], Points, Side, Side).WriteTo(file);
        File.WriteAllText(folder.In("manifest.json"),
            $$"""
            { "name": "kinks", "target": { "type": "dataset", "name": "npy", "path": "{{folder.In("images.npy")}}", "binarization": "static" },
              "model": { "latents": [ 3 ], "encoder": { "hidden": 8 }, "decoder": { "hidden": 8, "activation": "elu" } }, "flow": [ { "type": "hamiltonian" } ],
              "training": { "batch": 20, "updates": 20 }, "evaluation": { "importanceSamples": 4 }, "seeds": 2,
              "sweep": { "model.decoder.activation": [ "maxout", "relu", "elu", "tanh" ],
                         "method": [ { "label": "HVI", "flow": [ { "type": "hamiltonian", "length": 2, "refresh": 0, "annealed": false, "step": 0.05 } ] }, { "label": "planar", "flow": [ { "type": "planar" } ] } ] } }
            """);
        (int code, string output, string error) = FlowLabProcess.Run("run", folder.In("manifest.json"), "--out", folder.In("run"));
        Assert.That((code is 0 or 3, error), Is.EqualTo((true, "")), output);
        RunResults results = RunComparison.Read(folder.In("run"));
        Assert.That(results.Events.Where(entry => entry.Kind == RunEventKind.Warning).Select(entry => results.Cells[entry.Cell!.Value].Id), Is.EqualTo(new[] { "maxout-HVI", "relu-HVI" }));
        Assert.That(output, Does.Contain("maxout-HVI: FLE054: flow[0] (hamiltonian) follows the gradient of ln p(x, z), which jumps wherever a maxout unit takes another of its linear ones"));
        Assert.That(results.Cells.Where(cell => cell.Id is "elu-HVI" or "tanh-HVI").SelectMany(cell => cell.Metrics).Where(metric => metric.Metric.Name == "gradient_error").Select(metric => metric.Value),
            Has.Exactly(4).LessThan(0.05));
    }
}
