using FlowLab.Data;
using FlowLab.Plugins.Datasets.Samples;

namespace FlowLab.Plugins.Tests.Datasets;

[TestFixture]
public sealed class PinwheelTests : IDisposable
{
    private const int Count = 200_000;

    private readonly CpuLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Test]
    public void Without_noise_across_every_point_lies_on_one_of_the_wound_arms()
    {
        const double rate = 0.4;
        const int arms = 7;
        using IDataset data = new Pinwheel(
            new PinwheelSettings { Arms = arms, TangentialNoise = 0, RadialNoise = 0.15, Rate = rate }, _lab.Accelerator);
        var counts = new int[arms];
        foreach ((double x, double y) in SampleLab.Points(_lab, data, Count))
        {
            double along = double.Hypot(x, y) / 2;
            double turns = (-Math.Atan2(y, x) - rate * Math.Exp(along)) / (2 * Math.PI / arms);
            double arm = Math.Round(turns);
            Assert.That(turns - arm, Is.Zero.Within(1e-5));
            counts[(int)(arm - arms * Math.Floor(arm / arms))]++;
        }

        Assert.That(Statistic.ChiSquare(counts), Is.LessThan(22.5));
    }

    [Test]
    public void Moments_are_those_of_the_definition()
    {
        using IDataset data = SampleLab.Create("pinwheel", _lab.Accelerator);
        (double X, double Y)[] points = SampleLab.Points(_lab, data, Count);
        double[] squares = [.. points.Select(p => (p.X * p.X + p.Y * p.Y) / 4)];

        // |z / 2|^2 = a^2 + b^2, a ~ N(1, s^2), b ~ N(0, t^2): mean 1 + s^2 + t^2, variance 4 s^2 + 2 s^4 + 2 t^4.
        const double s2 = 0.09, t2 = 0.01;
        double mean = squares.Average();
        Assert.That(points.Average(p => p.X), Is.Zero.Within(0.015));
        Assert.That(points.Average(p => p.Y), Is.Zero.Within(0.015));
        Assert.That(mean, Is.EqualTo(1 + s2 + t2).Within(0.006));
        Assert.That(squares.Average(q => (q - mean) * (q - mean)), Is.EqualTo(4 * s2 + 2 * s2 * s2 + 2 * t2 * t2).Within(0.01));
    }
}
