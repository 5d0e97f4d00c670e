using FlowLab.Data;
using FlowLab.Plugins.Datasets.Samples;

namespace FlowLab.Plugins.Tests.Datasets;

[TestFixture]
public sealed class EightGaussiansTests : IDisposable
{
    private const int Count = 160_000;

    private readonly CpuLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Test]
    public void Eight_modes_of_equal_weight_have_the_stated_center_and_width()
    {
        const double radius = 3, noise = 0.2;
        using IDataset data = new EightGaussians(new EightGaussiansSettings { Radius = radius, Noise = noise }, _lab.Accelerator);
        ILookup<int, (double X, double Y)> modes = SampleLab.Points(_lab, data, Count).ToLookup(Mode);
        Assert.That(modes, Has.Count.EqualTo(8));
        Assert.That(Statistic.ChiSquare([.. modes.Select(mode => mode.Count())]), Is.LessThan(24.3));
        foreach (IGrouping<int, (double X, double Y)> mode in modes)
        {
            (double centerY, double centerX) = Math.SinCos(Math.PI / 4 * mode.Key);
            Assert.That(mode.Average(p => p.X), Is.EqualTo(radius * centerX).Within(0.007));
            Assert.That(mode.Average(p => p.Y), Is.EqualTo(radius * centerY).Within(0.007));
            Assert.That(mode.Average(p => Square(p.X - radius * centerX)), Is.EqualTo(noise * noise).Within(0.002));
            Assert.That(mode.Average(p => Square(p.Y - radius * centerY)), Is.EqualTo(noise * noise).Within(0.002));
        }
    }

    [Test]
    public void The_defaults_are_those_of_the_literature()
    {
        using IDataset data = SampleLab.Create("eight-gaussians", _lab.Accelerator);
        double square = SampleLab.Points(_lab, data, Count).Average(p => Square(p.X) + Square(p.Y));
        Assert.That(square, Is.EqualTo((4.0 * 4 + 2 * 0.5 * 0.5) / 2).Within(0.03));
    }

    private static int Mode((double X, double Y) p) => ((int)Math.Round(Math.Atan2(p.Y, p.X) / (Math.PI / 4)) + 8) % 8;

    private static double Square(double x) => x * x;
}
