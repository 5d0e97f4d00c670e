using FlowLab.Data;
using FlowLab.Plugins.Datasets.Samples;

namespace FlowLab.Plugins.Tests.Datasets;

[TestFixture]
public sealed class TwoMoonsTests : IDisposable
{
    private const int Count = 200_000;

    private readonly CpuLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Test]
    public void Without_noise_the_points_lie_evenly_on_two_half_circles()
    {
        using IDataset data = new TwoMoons(new TwoMoonsSettings { Noise = 0 }, _lab.Accelerator);
        var angles = new List<double>[] { [], [] };
        foreach ((double zx, double zy) in SampleLab.Points(_lab, data, Count))
        {
            double x = (zx + 1) / 2, y = (zy + 0.2) / 2;
            bool upper = Math.Abs(double.Hypot(x, y) - 1) < Math.Abs(double.Hypot(1 - x, 0.5 - y) - 1);
            (double cosine, double sine) = upper ? (x, y) : (1 - x, 0.5 - y);
            Assert.That(double.Hypot(cosine, sine), Is.EqualTo(1).Within(1e-6));
            Assert.That(sine, Is.GreaterThan(-1e-6));
            angles[upper ? 0 : 1].Add(Math.Atan2(Math.Max(sine, 0), cosine) / Math.PI);
        }

        Assert.That(Statistic.ChiSquare([angles[0].Count, angles[1].Count]), Is.LessThan(10.8));
        Assert.That(Statistic.KolmogorovSmirnov(angles[0]), Is.LessThan(1.95));
        Assert.That(Statistic.KolmogorovSmirnov(angles[1]), Is.LessThan(1.95));
    }

    [Test]
    public void Mean_and_variance_are_those_of_the_definition([Values(0.1, 0.3)] double noise)
    {
        using IDataset data = new TwoMoons(new TwoMoonsSettings { Noise = noise }, _lab.Accelerator);
        (double X, double Y)[] points = SampleLab.Points(_lab, data, Count);
        double meanX = points.Average(p => p.X), meanY = points.Average(p => p.Y);

        // E cos t = 0, E sin t = 2 / pi, E cos^2 t = E sin^2 t = 1/2 for t uniform on (0, pi).
        double sine = 2 / Math.PI;
        double squareY = 0.5 * 0.5 + 0.5 * (0.25 - sine + 0.5);
        Assert.That(meanX, Is.EqualTo(0).Within(0.02));
        Assert.That(meanY, Is.EqualTo(0.3).Within(0.015));
        Assert.That(points.Average(p => (p.X - meanX) * (p.X - meanX)), Is.EqualTo(4 * (0.75 + noise * noise)).Within(0.03));
        Assert.That(points.Average(p => (p.Y - meanY) * (p.Y - meanY)), Is.EqualTo(4 * (squareY - 0.0625 + noise * noise)).Within(0.02));
    }
}
