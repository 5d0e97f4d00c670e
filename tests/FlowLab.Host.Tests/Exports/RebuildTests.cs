using FlowLab.Host.Tests.Commands;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Exports;

/// <summary>A model is rebuilt in double precision from its exported file and what docs/exports.md says, without any code of flows or networks.</summary>
[TestFixture]
[Parallelizable]
public sealed class RebuildTests
{
    private const int Layers = 3;

    [TestCase("orth")]
    [TestCase("perm")]
    public void The_density_of_a_nice_posterior_comes_back_from_its_file(string mixing)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("m.json"), $$"""
            { "name": "m", "target": { "type": "energy", "name": "U1" },
              "flow": [ { "type": "nice", "length": {{Layers}}, "mixing": "{{mixing}}", "network": { "hidden": 4, "depth": 2, "activation": "tanh" } } ],
              "training": { "batch": 100, "updates": 60 }, "evaluation": { "samples": 200, "gridResolution": 20, "figureResolution": 10 }, "seeds": 2 }
            """);
        Assert.That(FlowLabProcess.Run("run", folder.In("m.json"), "--out", folder.In("run")).Code, Is.Zero);
        Assert.That(FlowLabProcess.Run("export", folder.In("run"), "--out", folder.In("out")).Code, Is.Zero);
        Assert.That(FlowLabProcess.Run("sample", folder.In("run"), "--seed", "1", "--count", "500", "--out", folder.In("d.npz")).Code, Is.Zero);
        var tensors = ExportedFiles.ReadSafetensors(folder.In("out/m-seed1.safetensors")).Tensors;
        var other = ExportedFiles.ReadSafetensors(folder.In("out/m-seed0.safetensors")).Tensors;
        var drawn = ExportedFiles.ReadNpz(folder.In("d.npz"));

        double[] rebuilt = [.. Enumerable.Range(0, 500).Select(point => LogDensity(tensors, drawn["samples"].Values[2 * point], drawn["samples"].Values[2 * point + 1]))];

        Assert.That(rebuilt, Is.EqualTo(drawn["log_q"].Values).Within(1e-4));
        string constant = mixing == "orth" ? "rotation" : "permutation";
        Assert.That(tensors.Keys.Count(name => name.EndsWith(constant, StringComparison.Ordinal)), Is.EqualTo(Layers));
        if (mixing == "orth")
            Assert.That(other["flow.0.layer0.rotation"].Values, Is.Not.EqualTo(tensors["flow.0.layer0.rotation"].Values), "every seed has its own");
        Assert.That(tensors["flow.0.layer0.hidden2.weight"].Shape, Is.EqualTo(new[] { 4, 4 }));
    }

    /// <summary>Backwards: undo the shift, then z = M'y; the Gaussian at the end. The log-det is 0.</summary>
    private static double LogDensity(Dictionary<string, (int[] Shape, float[] Values)> tensors, double x1, double x2)
    {
        double[] y = [x1, x2];
        for (int layer = Layers - 1; layer >= 0; layer--)
        {
            string name = $"flow.0.layer{layer}";
            int given = layer % 2, shifted = 1 - given;
            y[shifted] -= Network(tensors, name, y[given]);
            y = tensors.TryGetValue(name + ".rotation", out var rotation)
                ? [rotation.Values[0] * y[0] + rotation.Values[2] * y[1], rotation.Values[1] * y[0] + rotation.Values[3] * y[1]]
                : Back(tensors[name + ".permutation"].Values, y);
        }
        float[] mu = tensors["base.mu"].Values, lnSigma = tensors["base.ln_sigma"].Values;
        return Enumerable.Range(0, 2).Sum(d => -0.5 * Math.Pow((y[d] - mu[d]) / Math.Exp(lnSigma[d]), 2) - lnSigma[d] - 0.5 * Math.Log(2 * Math.PI));
    }

    private static double[] Back(float[] permutation, double[] y)
    {
        double[] z = new double[2];
        for (int d = 0; d < 2; d++)
            z[(int)permutation[d]] = y[d];
        return z;
    }

    private static double Network(Dictionary<string, (int[] Shape, float[] Values)> tensors, string name, double input)
    {
        double[] units = [input];
        foreach (string layer in (string[])["hidden1", "hidden2"])
            units = [.. Linear(tensors, $"{name}.{layer}", units).Select(Math.Tanh)];
        return Linear(tensors, $"{name}.output", units).Single();
    }

    private static IEnumerable<double> Linear(Dictionary<string, (int[] Shape, float[] Values)> tensors, string name, double[] input)
    {
        (int[] shape, float[] weights) = tensors[name + ".weight"];
        return Enumerable.Range(0, shape[0]).Select(o => tensors[name + ".bias"].Values[o] + Enumerable.Range(0, shape[1]).Sum(i => weights[o * shape[1] + i] * input[i]));
    }
}
