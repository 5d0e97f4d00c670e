using FlowLab.Data;
using FlowLab.Plugins.Datasets.Samples;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>The densities of sample sets, in double precision, beside the draws of their kernels and beside other ways to the same numbers.</summary>
[TestFixture]
internal sealed class SampleDensityTests : IDisposable
{
    private const int Count = 160_000;

    private readonly CpuLab _lab = new();

    public void Dispose() => _lab.Dispose();

    /// <summary>The differential entropies, nats: of the checkerboard ln 32, of the others by quadrature of densities written down independently.</summary>
    [TestCase("two-moons", 2.394)]
    [TestCase("eight-gaussians", 2.832)]
    [TestCase("checkerboard", 3.4657)]
    [TestCase("pinwheel", 2.318)]
    public void The_mean_of_minus_ln_p_over_draws_is_the_entropy(string name, double entropy)
    {
        using var data = (IDensityDataset)SampleLab.Create(name, _lab.Accelerator);
        double[] losses = [.. SampleLab.Points(_lab, data, Count).Select(point => -LogDensity(data, point))];
        double mean = losses.Average(), error = Math.Sqrt(losses.Sum(loss => (loss - mean) * (loss - mean))) / losses.Length;
        Assert.That(data.HasDensity, Is.True);
        Assert.That(mean, Is.EqualTo(entropy).Within(4 * error + 0.001));
    }

    [Test]
    public void Draws_fall_into_cells_as_often_as_the_density_says()
    {
        using var moons = new TwoMoons(new TwoMoonsSettings { Noise = 0.25 }, _lab.Accelerator);
        using var gaussians = new EightGaussians(new EightGaussiansSettings { Radius = 2, Noise = 0.6 }, _lab.Accelerator);
        using var board = new Checkerboard(_lab.Accelerator);
        using var wheel = new Pinwheel(new PinwheelSettings(), _lab.Accelerator);
        Assert.Multiple(() =>
        {
            foreach (IDensityDataset data in (IDensityDataset[])[moons, gaussians, board, wheel])
                Assert.That(ChiSquarePerCell(data), Is.InRange(0.8, 1.2), data.GetType().Name);
        });
    }

    /// <summary>
    /// So wide and wound that points of an arm lie on one another: several (a, b) make one point, and where an arm folds the density has no bound. There, and nowhere else, a
    /// sum over a grid is no integral; but the mean of u / p over draws of p is 1 for any density u.
    /// </summary>
    [Test]
    public void An_arm_that_folds_has_the_density_of_its_draws()
    {
        var settings = new PinwheelSettings { Arms = 3, RadialNoise = 0.3, TangentialNoise = 0.4, Rate = -1 };
        using var data = new Pinwheel(settings, _lab.Accelerator);
        (double X, double Y)[] points = SampleLab.Points(_lab, data, Count);
        double[] logs = [.. points.Select(point => LogDensity(data, point))];
        Assert.Multiple(() =>
        {
            for (int place = 0; place < 12; place++)
            {
                (double y, double x) = Math.SinCos(Math.PI / 6 * place);
                double[] ratios = [.. points.Select((point, i) => Math.Exp(Kernel(point.X - 2 * x, point.Y - 2 * y) - logs[i]))];
                double mean = ratios.Average(), error = Math.Sqrt(ratios.Sum(ratio => (ratio - mean) * (ratio - mean))) / ratios.Length;
                Assert.That(error, Is.LessThan(0.02));
                Assert.That(mean, Is.EqualTo(1).Within(4 * error), $"{30 * place} degrees");
            }
        });

        static double Kernel(double x, double y) => -(x * x + y * y) / (2 * 0.25) - Math.Log(2 * Math.PI * 0.25);
    }

    [Test]
    public void Two_moons_are_the_mean_over_their_circles()
    {
        const double noise = 0.1;
        const int steps = 200_000;
        var density = new TwoMoonsDensity(noise);
        foreach ((double x, double y) in ((double, double)[])[(0.3, 1.1), (-3, -0.2), (1.4, -0.9), (3.1, 0.4), (0, 0), (-6, 5)])
        {
            double sum = 0;
            for (int i = 0; i < steps; i++)
            {
                (double sine, double cosine) = Math.SinCos(Math.PI * (i + 0.5) / steps);
                sum += Normal(x - (2 * cosine - 1)) * Normal(y - (2 * sine - 0.2)) + Normal(x - (1 - 2 * cosine)) * Normal(y - (0.8 - 2 * sine));
            }
            Assert.That(density.LogAt(x, y), Is.EqualTo(Math.Log(sum / (2 * steps))).Within(1e-7), $"({x}, {y})");
        }

        static double Normal(double difference) => Math.Exp(-difference * difference / (8 * noise * noise)) / (2 * noise * Math.Sqrt(2 * Math.PI));
    }

    [Test]
    public void Settings_that_leave_no_density_say_so()
    {
        using var moons = new TwoMoons(new TwoMoonsSettings { Noise = 0 }, _lab.Accelerator);
        using var gaussians = new EightGaussians(new EightGaussiansSettings { Noise = 0 }, _lab.Accelerator);
        using var wheel = new Pinwheel(new PinwheelSettings { TangentialNoise = 0 }, _lab.Accelerator);
        Assert.That(new[] { moons.HasDensity, gaussians.HasDensity, wheel.HasDensity }, Has.All.False);
        Assert.That(() => moons.LogDensity([0, 0]), Throws.InvalidOperationException.With.Message.Contains("HasDensity"));
        Assert.That(() => wheel.LogDensity([0, 0, 0]), Throws.ArgumentException.With.Message.Contains("3 numbers; expected 2"));
    }

    [Test]
    public void The_checkerboard_is_dark_up_to_its_borders()
    {
        using var data = new Checkerboard(_lab.Accelerator);
        Assert.That(data.LogDensity([-4, -4]), Is.EqualTo(-Math.Log(32)));
        Assert.That(data.LogDensity([2, 1.5f]), Is.EqualTo(-Math.Log(32)), "the border of a dark cell and a light one");
        Assert.That(data.LogDensity([-3, -1]), Is.EqualTo(double.NegativeInfinity), "a light cell");
        Assert.That(data.LogDensity([4.001f, 3]), Is.EqualTo(double.NegativeInfinity), "beside the board");
    }

    private static double LogDensity(IDensityDataset data, (double X, double Y) point) => data.LogDensity([(float)point.X, (float)point.Y]);

    /// <summary>Pearson's chi-square over the cells of side 0.25 in which at least 20 draws are to be expected, divided by their number.</summary>
    private double ChiSquarePerCell(IDensityDataset data)
    {
        const int cells = 64, parts = 4;
        const double minimum = -8, side = 0.25;
        int[] counts = new int[cells * cells];
        foreach ((double x, double y) in SampleLab.Points(_lab, data, Count))
            counts[(int)((y - minimum) / side) * cells + (int)((x - minimum) / side)]++;
        double sum = 0;
        int used = 0;
        for (int cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] < 5)
                continue;
            double mass = 0;
            for (int part = 0; part < parts * parts; part++)
            {
                double x = minimum + side * (cell % cells + (part % parts + 0.5) / parts), y = minimum + side * (cell / cells + (part / parts + 0.5) / parts);
                mass += Math.Exp(LogDensity(data, (x, y))) * side * side / (parts * parts);
            }
            double expected = Count * mass;
            if (expected < 20)
                continue;
            sum += (counts[cell] - expected) * (counts[cell] - expected) / expected;
            used++;
        }
        Assert.That(used, Is.GreaterThan(200));
        return sum / used;
    }
}
