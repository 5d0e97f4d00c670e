using FlowLab.Data;

namespace FlowLab.Plugins.Tests.Datasets;

[TestFixture]
public sealed class CheckerboardTests : IDisposable
{
    private readonly CpuLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Test]
    public void Eight_cells_are_full_alike_and_eight_are_empty()
    {
        using IDataset data = SampleLab.Create("checkerboard", _lab.Accelerator);
        var counts = new int[4, 4];
        (double X, double Y)[] points = SampleLab.Points(_lab, data, 160_000);
        foreach ((double x, double y) in points)
            counts[Cell(x), Cell(y)]++;

        var dark = new List<int>();
        for (int column = 0; column < 4; column++)
        {
            for (int row = 0; row < 4; row++)
            {
                if ((column + row) % 2 == 0)
                    dark.Add(counts[column, row]);
                else
                    Assert.That(counts[column, row], Is.Zero, $"cell ({column}, {row})");
            }
        }

        Assert.That(Statistic.ChiSquare([.. dark]), Is.LessThan(24.3));
        Assert.That(Statistic.KolmogorovSmirnov(points.Select(p => (p.X + 4) / 8)), Is.LessThan(1.95));
        Assert.That(Statistic.KolmogorovSmirnov(points.Select(p => (p.Y + 4) / 8)), Is.LessThan(1.95));
        Assert.That(Statistic.KolmogorovSmirnov(points.Select(p => (p.X + 4) / 2 - Cell(p.X))), Is.LessThan(1.95));
        Assert.That(Statistic.KolmogorovSmirnov(points.Select(p => (p.Y + 4) / 2 - Cell(p.Y))), Is.LessThan(1.95));
    }

    private static int Cell(double z) => (int)Math.Floor((z + 4) / 2);
}
