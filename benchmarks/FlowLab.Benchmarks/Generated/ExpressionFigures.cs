using FlowLab.Benchmarks.Kernels;
using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Plugins.Datasets.Energies;
using FlowLab.Plugins.Datasets.Expressions;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Generated;

/// <summary>U1 and U4 as expressions, beside the kernels of the plugin: 100,000 energies with gradients.</summary>
internal static class ExpressionFigures
{
    private const int Batch = 100_000;
    private const double Tolerance = 1e-4;

    private const string U1 = "0.5*((sqrt(z1^2+z2^2)-2)/0.4)^2 - ln(exp(-0.5*((z1-2)/0.6)^2) + exp(-0.5*((z1+2)/0.6)^2))";

    private const string U4 =
        "-ln(exp(-0.5*((z2-sin(2*pi*z1/4))/0.4)^2) + exp(-0.5*((z2-sin(2*pi*z1/4)+3*sigmoid((z1-1)/0.3))/0.35)^2))";

    public static void Print(Accelerator accelerator)
    {
        using var first = new U1(new EnergySettings(), accelerator);
        Print(accelerator, "U1", first, U1);
        using var fourth = new U4(new EnergySettings(), accelerator);
        Print(accelerator, "U4", fourth, U4);
    }

    private static void Print(Accelerator accelerator, string name, IEnergy shipped, string expression)
    {
        using var written = new ExpressionEnergy(new ExpressionSettings { Energy = expression, Wall = new EnergySettings().Wall }, accelerator);
        using var points = accelerator.Allocate1D(RandomData.Uniform(2 * Batch, 6, 4f));
        using var values = accelerator.Allocate1D<float>(Batch);
        using var gradient = accelerator.Allocate1D<float>(2 * Batch);
        var pass = new EnergyPass(1, new SampleView(points.View, 2, Batch), values.View, new SampleView(gradient.View, 2, Batch), 1);
        Action Launch(IEnergy energy) => () =>
        {
            energy.EvaluateWithGradient(pass);
            accelerator.Synchronize();
        };
        Launch(shipped)();
        float[] expected = values.GetAsArray1D(), slopes = gradient.GetAsArray1D();
        Launch(written)();
        Agreement.Check($"energies {name}", values.GetAsArray1D(), expected, Tolerance);
        Agreement.Check($"gradients of {name}", gradient.GetAsArray1D(), slopes, Tolerance);
        Contest contest = new(Launch(shipped), Launch(written));
        Figure.Print($"generated.energy.{name}.100k.plugin", 1e3 * contest.Median(0), "ms");
        Figure.Print($"generated.energy.{name}.100k.expression", 1e3 * contest.Median(1), "ms");
        Figure.Print($"generated.energy.{name}.100k.expression_over_plugin", contest.Ratio(0, 1), "x");
    }
}
