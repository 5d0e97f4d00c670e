using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Tests.Reports;

/// <summary>The paper's energies U1 to U4 as densities on [-4, 4]^2, and imperfect fits of them.</summary>
internal static class SampleDensity
{
    private const double Minimum = -4;
    private const double Maximum = 4;

    /// <param name="target">U1, U2, U3 or U4.</param>
    /// <param name="resolution">Cells per axis.</param>
    /// <param name="misfit">0 for the target itself, 1 for a Gaussian.</param>
    public static DensityImage Of(string target, int resolution, double misfit)
    {
        double[] shape = Normalise(resolution, (x, y) => Math.Exp(-Energy(target, x, y)));
        double[] gaussian = Normalise(resolution, (x, y) => Math.Exp(-(x * x + y * y) / 5));
        return new DensityImage(Minimum, Maximum, resolution,
            [.. shape.Zip(gaussian, (fitted, missed) => (float)((1 - misfit) * fitted + misfit * missed))]);
    }

    private static double[] Normalise(int resolution, Func<double, double, double> density)
    {
        double cell = (Maximum - Minimum) / resolution;
        double[] values = new double[resolution * resolution];
        for (int row = 0; row < resolution; row++)
            for (int column = 0; column < resolution; column++)
                values[row * resolution + column] = density(Minimum + (column + 0.5) * cell, Minimum + (row + 0.5) * cell);
        double total = values.Sum() * cell * cell;
        return [.. values.Select(value => value / total)];
    }

    private static double Energy(string target, double x, double y)
    {
        double wave = Math.Sin(Math.PI * x / 2), bump = 3 * Math.Exp(-0.5 * Square((x - 1) / 0.6)), step = 3 / (1 + Math.Exp(-(x - 1) / 0.3));
        return target switch
        {
            "U1" => 0.5 * Square((Math.Sqrt(x * x + y * y) - 2) / 0.4) - Math.Log(Bell(x - 2, 0.6) + Bell(x + 2, 0.6)),
            "U2" => 0.5 * Square((y - wave) / 0.4),
            "U3" => -Math.Log(Bell(y - wave, 0.35) + Bell(y - wave + bump, 0.35)),
            _ => -Math.Log(Bell(y - wave, 0.4) + Bell(y - wave + step, 0.35)),
        };
    }

    private static double Bell(double distance, double width) => Math.Exp(-0.5 * Square(distance / width));

    private static double Square(double value) => value * value;
}
