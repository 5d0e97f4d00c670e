using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Plugins.Optimizers;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>A look inside a session finds what is there and changes nothing.</summary>
internal sealed class DiagnosisTests
{
    private const int Layers = 3;

    private static readonly LatentCase Case = new()
    {
        Seeds = [3, 7], Samples = 2, Flows = [new("planar", Layers, ParameterScope.Global), new("radial", 1, ParameterScope.Amortised)], Clip = new() { Factor = 0 },
    };

    [Test]
    public void A_run_that_is_looked_into_at_every_update_has_the_bits_of_one_that_is_not()
    {
        using LatentDevice device = new();
        using LatentCell plain = Learning(device), watched = Learning(device);
        for (int update = 0; update < 12; update++)
        {
            plain.Session.Step();
            watched.Session.Step();
            Assert.That(watched.Session.Diagnose(1), Is.Not.Empty);
        }
        TrainingState expected = plain.Session.ReadState(), actual = watched.Session.ReadState();
        Assert.That(actual.Parameters, Is.EqualTo(expected.Parameters));
        Assert.That(actual.OptimizerState, Is.EqualTo(expected.OptimizerState));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Norms_are_those_of_the_seed_tensor_by_tensor(int position)
    {
        using LatentDevice device = new();
        using LatentCell cell = Perturbed(device);
        float[] gradients = cell.Differentiate();
        Dictionary<string, double> figures = Figures(cell, position);
        foreach (NamedTensor tensor in cell.Model.Tensors)
        {
            Assert.That(figures[$"diagnosis.gradient.{tensor.Name}"], Is.EqualTo(Norm(Part(cell, gradients, tensor, position))).Within(1e-6).Percent);
            Assert.That(figures[$"diagnosis.parameter.{tensor.Name}"], Is.EqualTo(Norm(Part(cell, cell.Parameters, tensor, position))).Within(1e-6).Percent);
        }
    }

    [Test]
    public void Planar_layers_are_described_by_the_constraint_of_the_paper()
    {
        using LatentDevice device = new();
        using LatentCell cell = Perturbed(device);
        cell.Differentiate();
        Dictionary<string, double> figures = Figures(cell, 1);
        for (int layer = 0; layer < Layers; layer++)
        {
            double[] w = Block(cell, $"flow.0.layer{layer}.w"), u = Block(cell, $"flow.0.layer{layer}.u");
            double alignment = Dot(w, u), gain = Math.Log(1 + Math.Exp(alignment)) - 1;
            double[] shift = [.. u.Select((value, d) => value + (gain - alignment) * w[d] / Dot(w, w))];
            Assert.That(figures[$"diagnosis.flow.0.layer{layer}.gain.max"], Is.EqualTo(gain).Within(1e-5));
            Assert.That(figures[$"diagnosis.flow.0.layer{layer}.shift.mean"], Is.EqualTo(Math.Sqrt(Dot(shift, shift))).Within(1e-5));
            Assert.That(figures[$"diagnosis.flow.0.layer{layer}.w.min"], Is.EqualTo(Math.Sqrt(Dot(w, w))).Within(1e-5));
        }
    }

    [Test]
    public void Log_dets_of_layers_and_parts_of_losses_add_up()
    {
        using LatentDevice device = new();
        using LatentCell cell = Perturbed(device);
        cell.Differentiate();
        Dictionary<string, double> figures = Figures(cell, 1);
        double logDets = figures.Where(figure => figure.Key.EndsWith(".logdet.mean", StringComparison.Ordinal)).Sum(figure => figure.Value);
        Assert.That(-figures["diagnosis.mean.log_det"], Is.EqualTo(logDets).Within(1e-5).And.Not.Zero);
        Assert.That(figures["diagnosis.worst.loss"], Is.EqualTo(cell.Session.ReadWorst()[1]).Within(1e-4), "no parameter has moved");
        Assert.That(Parts(figures, "mean").Sum(), Is.EqualTo(cell.Session.ReadLosses()[1]).Within(1e-4));
        Assert.That(Parts(figures, "worst").Sum(), Is.EqualTo(figures["diagnosis.worst.loss"]).Within(1e-9));
    }

    private static double[] Parts(Dictionary<string, double> figures, string of) =>
        [.. new[] { "log_base", "log_det", "log_likelihood", "log_prior" }.Select(part => figures[$"diagnosis.{of}.{part}"])];

    private static LatentCell Learning(LatentDevice device) => new(device, Case, new RmsProp(new RmsPropSettings(), device.Accelerator));

    private static LatentCell Perturbed(LatentDevice device)
    {
        LatentCell cell = new(device, Case);
        cell.Perturb(0.2);
        return cell;
    }

    private static Dictionary<string, double> Figures(LatentCell cell, int position) =>
        cell.Session.Diagnose(position).ToDictionary(figure => figure.Name, figure => figure.Value);

    private static double[] Block(LatentCell cell, string tensor) =>
        Array.ConvertAll(Part(cell, cell.Parameters, cell.Model.Tensors.Single(entry => entry.Name == tensor), 1), value => (double)value);

    private static float[] Part(LatentCell cell, float[] values, NamedTensor tensor, int position) => values
        .AsSpan(position * cell.Model.ParameterCount + tensor.Offset, tensor.Shape.Aggregate(1, (product, axis) => product * axis)).ToArray();

    private static double Norm(float[] values) => Math.Sqrt(values.Sum(value => (double)value * value));

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
