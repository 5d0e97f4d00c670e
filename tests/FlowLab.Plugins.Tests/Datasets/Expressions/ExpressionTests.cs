using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Plugins.Datasets.Energies;
using FlowLab.Plugins.Datasets.Expressions;
using FlowLab.Random;
using FlowLab.Tests;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Datasets.Expressions;

[TestFixture]
internal sealed class ExpressionTests
{
    /// <summary>float32 against float64, relative to the energy or to the length of the gradient.</summary>
    private const double ValueTolerance = 2e-5;
    private const double GradientTolerance = 1e-4;
    private const double Step = 1e-6;
    private const int Batch = 200;

    /// <summary>Table 1 of the paper, as a user would write it.</summary>
    private static readonly Dictionary<string, string> Paper = new()
    {
        ["U1"] = "0.5*((sqrt(z1^2+z2^2)-2)/0.4)^2 - ln(exp(-0.5*((z1-2)/0.6)^2) + exp(-0.5*((z1+2)/0.6)^2))",
        ["U2"] = "0.5*((z2-sin(2*pi*z1/4))/0.4)^2",
        ["U3"] = "-ln(exp(-0.5*((z2-sin(2*pi*z1/4))/0.35)^2) + exp(-0.5*((z2-sin(2*pi*z1/4)+3*exp(-0.5*((z1-1)/0.6)^2))/0.35)^2))",
        ["U4"] = "-ln(exp(-0.5*((z2-sin(2*pi*z1/4))/0.4)^2) + exp(-0.5*((z2-sin(2*pi*z1/4)+3*sigmoid((z1-1)/0.3))/0.35)^2))",
    };

    private static IEnumerable<string> PaperNames => Paper.Keys;

    /// <summary>Expressions and the C# that they mean.</summary>
    private static IEnumerable<TestCaseData> Meanings =>
    [
        Meaning("z1 + 2*z2 - 3", z => z[0] + 2 * z[1] - 3),
        Meaning("-z1^2", z => -(z[0] * z[0])),
        Meaning("2^-1*z1", z => 0.5 * z[0]),
        Meaning("z1^3^0.5 + 4", z => Math.Pow(Math.Abs(z[0]), Math.Sqrt(3)) + 4, isPositive: true),
        Meaning("z1-z2-z3", z => z[0] - z[1] - z[2]),
        Meaning("z1/(1+z2^2)/2", z => z[0] / (1 + z[1] * z[1]) / 2),
        Meaning("z1^7 - z1^-1", z => Math.Pow(z[0], 7) - 1 / z[0]),
        Meaning("exp(-z1)*log(1+z2^2)", z => Math.Exp(-z[0]) * Math.Log(1 + z[1] * z[1])),
        Meaning("sin(z1)*cos(z2)+tanh(z1*z2)", z => Math.Sin(z[0]) * Math.Cos(z[1]) + Math.Tanh(z[0] * z[1])),
        Meaning("sinh(z1)-cosh(z2)+atan(z1)", z => Math.Sinh(z[0]) - Math.Cosh(z[1]) + Math.Atan(z[0])),
        Meaning("abs(z1)+max(z1,z2)-min(z1,2*z2)", z => Math.Abs(z[0]) + Math.Max(z[0], z[1]) - Math.Min(z[0], 2 * z[1])),
        Meaning("sigmoid(z1)+softplus(z2)", z => 1 / (1 + Math.Exp(-z[0])) + Math.Log(1 + Math.Exp(z[1]))),
        Meaning("logaddexp(z1, 2*z2)", z => Math.Log(Math.Exp(z[0]) + Math.Exp(2 * z[1]))),
        Meaning("log(0.3*exp(z1) + exp(z2) + 2)", z => Math.Log(0.3 * Math.Exp(z[0]) + Math.Exp(z[1]) + 2)),
        Meaning("pow(2+sin(z1), z2)", z => Math.Pow(2 + Math.Sin(z[0]), z[1])),
        Meaning("sqrt(e + z5^2) * 1.5e1", z => Math.Sqrt(Math.E + z[4] * z[4]) * 15),
    ];

    private static IEnumerable<TestCaseData> Faults =>
    [
        Fault("  ", "FLX001", "is empty"),
        Fault("z1 + ", "FLX002", "column 6", "found the end"),
        Fault("(z1 + 2", "FLX002", "column 8", "expected ')'"),
        Fault("z1 z2", "FLX002", "column 4", "found 'z'"),
        Fault("z1 + #2", "FLX002", "column 6", "found '#'"),
        Fault("1e99*z1", "FLX002", "column 1", "float32"),
        Fault("sqr(z1)", "FLX003", "column 1", "did you mean \"sqrt\"?"),
        Fault("z1 + x2", "FLX003", "column 6", "\"x2\"", "did you mean"),
        Fault("max(z1)", "FLX004", "column 1", "max takes 2 arguments; found 1"),
        Fault("exp(z1, z2)", "FLX004", "exp takes 1 argument; found 2"),
        Fault("z0 + z1", "FLX005", "column 1", "count from 1"),
        Fault("z1 + z65", "FLX005", "column 6", "z1 to z64"),
        Fault("1 + pi", "FLX006", "depends on no coordinate"),
        Fault(new string('(', 200) + "z1" + new string(')', 200), "FLX007", "nested"),
        Fault(string.Concat(Enumerable.Repeat("z1+", 2000)) + "z1", "FLX007", "characters"),
    ];

    [TestCaseSource(nameof(Meanings))]
    public void Values_and_gradients_are_those_of_the_expression(string text, Func<double[], double> meaning, bool isPositive)
    {
        using KernelLab lab = KernelLab.Open();
        using ExpressionEnergy energy = Create(text, lab.Accelerator);
        float[] points = Points(energy.Dimension, isPositive);
        (float[] values, float[] gradient) = Evaluate(lab.Accelerator, energy, points);
        for (int i = 0; i < Batch; i++)
        {
            double[] z = [.. Enumerable.Range(0, energy.Dimension).Select(d => (double)points[d * Batch + i])];
            double expected = meaning(z);
            Assert.That(values[i], Is.EqualTo(expected).Within(ValueTolerance * (1 + Math.Abs(expected))), string.Join(", ", z));
            for (int d = 0; d < z.Length; d++)
            {
                double slope = (meaning([.. z[..d], z[d] + Step, .. z[(d + 1)..]]) - meaning([.. z[..d], z[d] - Step, .. z[(d + 1)..]])) / (2 * Step);
                Assert.That(gradient[d * Batch + i], Is.EqualTo(slope).Within(GradientTolerance * (1 + Math.Abs(slope) + Math.Abs(expected))), string.Join(", ", z));
            }
        }
    }

    [Test]
    public void The_paper_s_energies_as_expressions_equal_the_plugin_s([ValueSource(nameof(PaperNames))] string name, [Values(0, 0.4)] double wall)
    {
        using KernelLab lab = KernelLab.Open();
        using ExpressionEnergy written = Create(Paper[name], lab.Accelerator, wall);
        using IEnergy shipped = EnergyLab.Create(name, lab.Accelerator, new EnergySettings { Wall = wall });
        Assert.That(written.IntegrationGrid, Is.EqualTo(shipped.IntegrationGrid));
        Assert.That(written.FigureGrid, Is.EqualTo(shipped.FigureGrid));
        float[] points = [.. Points(2, false).Select(z => 3 * z)];
        (float[] values, float[] gradient) = Evaluate(lab.Accelerator, written, points);
        (float[] expected, float[] slopes) = Evaluate(lab.Accelerator, shipped, points);
        for (int i = 0; i < Batch; i++)
        {
            double length = double.Hypot(slopes[i], slopes[Batch + i]);
            Assert.That(values[i], Is.EqualTo(expected[i]).Within(ValueTolerance * (1 + Math.Abs(expected[i]))));
            Assert.That(gradient[i], Is.EqualTo(slopes[i]).Within(GradientTolerance * (1 + length)));
            Assert.That(gradient[Batch + i], Is.EqualTo(slopes[Batch + i]).Within(GradientTolerance * (1 + length)));
        }
    }

    [Test]
    public void Every_device_computes_the_same(
        [ValueSource(nameof(PaperNames))] string name, [Values(KernelDevice.OpenCl12, KernelDevice.IlgpuOpenCl, KernelDevice.IlgpuCpu)] KernelDevice kind)
    {
        using KernelLab simd = KernelLab.Open();
        using KernelLab other = KernelLab.Open(kind);
        using IEnergy here = Create(Paper[name], simd.Accelerator, 0.4);
        using IEnergy there = Create(Paper[name], other.Accelerator, 0.4);
        float[] points = Points(2, false);
        (float[] values, float[] gradient) = Evaluate(simd.Accelerator, here, points);
        (float[] otherValues, float[] otherGradient) = Evaluate(other.Accelerator, there, points);
        Assert.That(otherValues, Is.EqualTo(values).Within(ValueTolerance * (1 + values.Max(MathF.Abs))));
        Assert.That(otherGradient, Is.EqualTo(gradient).Within(GradientTolerance * (1 + gradient.Max(MathF.Abs))));
    }

    [Test]
    public void Energies_of_logarithms_of_sums_stay_finite_far_out([ValueSource(nameof(PaperNames))] string name)
    {
        using KernelLab lab = KernelLab.Open();
        using IEnergy energy = Create(Paper[name], lab.Accelerator);
        float[] points = new float[2 * Batch];
        float[] far = [0, 4, 50, -1000, 1e6f, -1e10f];
        for (int i = 0; i < far.Length * far.Length; i++)
            (points[i], points[Batch + i]) = (far[i % far.Length], far[i / far.Length]);
        (float[] values, float[] gradient) = Evaluate(lab.Accelerator, energy, points);
        Assert.That(values, Has.All.Matches<float>(float.IsFinite));
        Assert.That(gradient, Has.All.Matches<float>(float.IsFinite));
    }

    [TestCaseSource(nameof(Faults))]
    public void What_is_no_expression_is_refused_at_its_column(string text, string number, string[] words)
    {
        FlowLabDataException refusal = Assert.Throws<FlowLabDataException>(() => Formula.Parse(text))!;
        Assert.That(refusal.Number, Is.EqualTo(number), refusal.Message);
        foreach (string word in words)
            Assert.That(refusal.Message, Does.Contain(word));
        Assert.That(refusal.Message, Does.StartWith($"{number} target.energy"));
        Assert.That(refusal.Message.Length, Is.LessThan(400));
    }

    private static TestCaseData Meaning(string text, Func<double[], double> meaning, bool isPositive = false) => new TestCaseData(text, meaning, isPositive).SetName(text);

    private static TestCaseData Fault(string text, string number, params string[] words) =>
        new TestCaseData(text, number, words).SetName($"{number}: {(text.Length > 20 ? text[..20] : text)}");

    private static ExpressionEnergy Create(string text, Accelerator accelerator, double wall = 0) =>
        new(new ExpressionSettings { Energy = text, Wall = wall }, accelerator);

    /// <summary>[1, D, B], away from the kinks at 0 and where coordinates are equal.</summary>
    private static float[] Points(int dimension, bool isPositive)
    {
        var random = new RandomStream(5, RandomPurpose.TestData);
        return [.. Enumerable.Range(0, dimension * Batch).Select(_ => (float)(isPositive ? random.NextUniform(0.2, 2) : random.NextUniform(0.2, 2) * (random.NextUniform(-1, 1) < 0 ? -1 : 1)))];
    }

    private static (float[] Energy, float[] Gradient) Evaluate(Accelerator accelerator, IEnergy energy, float[] points)
    {
        using var state = accelerator.Allocate1D(points);
        using var values = accelerator.Allocate1D(NotANumber(Batch));
        using var only = accelerator.Allocate1D(NotANumber(Batch));
        using var gradient = accelerator.Allocate1D(NotANumber(points.Length));
        var view = new SampleView(state.View, energy.Dimension, Batch);
        energy.EvaluateWithGradient(new EnergyPass(1, view, values.View, new SampleView(gradient.View, energy.Dimension, Batch), 1));
        energy.Evaluate(new EnergyPass(1, view, only.View, default, 0));
        accelerator.Synchronize();
        Assert.That(only.GetAsArray1D(), Is.EqualTo(values.GetAsArray1D()));
        return (values.GetAsArray1D(), gradient.GetAsArray1D());
    }

    private static float[] NotANumber(int length)
    {
        var values = new float[length];
        Array.Fill(values, float.NaN);
        return values;
    }
}
