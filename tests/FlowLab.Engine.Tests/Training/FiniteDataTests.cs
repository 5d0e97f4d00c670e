using System.Runtime.InteropServices;
using System.Text;
using FlowLab.Data;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Training;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Plugins.Datasets.UserFiles;

namespace FlowLab.Engine.Tests.Training;

/// <summary>Maximum likelihood on two-dimensional points of a file.</summary>
[TestFixture]
public sealed class FiniteDataTests : IDataFolder
{
    private const int Count = 300;
    private const int TestCount = 30;

    string IDataFolder.Path { get; } = Directory.CreateTempSubdirectory("flowlab-points-").FullName;

    public string Find(DataFile file) => throw new FlowLabDataException("FLD021", $"{file.Name}: the file is not in the data folder");

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(((IDataFolder)this).Path, recursive: true);

    [Test]
    public void Every_test_point_counts_once_under_a_standard_normal_density()
    {
        using TestCells cells = new();
        using PointTables tables = new(cells.Accelerator);
        using TrainingSession session = cells.DataCell("planar", 0, [1, 2], updates: 2, data: Points(tables));
        IReadOnlyList<SeedMetric> metrics = new CellEvaluator(session, new EvaluationSettings { Samples = 100 }).Measure();
        double[] losses = [.. Values().Chunk(2).TakeLast(TestCount).Select(x => Math.Log(2 * Math.PI) + 0.5 * (x[0] * x[0] + x[1] * x[1]))];
        double mean = losses.Average();
        double error = Math.Sqrt(losses.Sum(loss => (loss - mean) * (loss - mean)) / (TestCount - 1) / TestCount);
        foreach (SeedMetric metric in metrics.Where(metric => metric.Metric.Kind != MetricKind.Consistency))
        {
            Assert.That(metric.Metric.Label, Does.Contain($"all {TestCount} test points; points.npy"));
            Assert.That(metric.Value, Is.EqualTo(metric.Metric.Name == "test_nll" ? mean : error).Within(1e-4), metric.Metric.Name);
        }
    }

    [Test]
    public void A_flow_learns_them()
    {
        using TestCells cells = new();
        using PointTables tables = new(cells.Accelerator);
        using TrainingSession session = cells.DataCell("planar", 4, [1], updates: 300, batch: 60, data: Points(tables));
        session.Step();
        double before = session.ReadLosses()[0];
        while (!session.IsFinished)
            session.Step();
        Assert.That(session.ReadLosses()[0], Is.LessThan(before - 0.2));
        DensityImage image = new CellEvaluator(session, new EvaluationSettings { FigureResolution = 20 }).DrawData(session.Definition.Data!, session.Definition.Data!.FigureGrid!);
        double cell = (image.Maximum - image.Minimum) / image.Resolution;
        Assert.That(image.Values.Sum(value => (double)value) * cell * cell, Is.EqualTo(1).Within(0.15), "the range is that of the training points");
    }

    private static float[] Values()
    {
        var random = new System.Random(3);
        return [.. Enumerable.Range(0, 2 * Count).Select(i => (float)(i % 2 == 0 ? 1.5 + 0.3 * random.NextDouble() : random.NextDouble()))];
    }

    private NumpyFile Points(PointTables tables)
    {
        string header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({Count}, 2), }}".PadRight(117) + "\n";
        string path = Path.Combine(((IDataFolder)this).Path, "points.npy");
        File.WriteAllBytes(path, [0x93, .. "NUMPY"u8, 1, 0, 118, 0, .. Encoding.ASCII.GetBytes(header), .. MemoryMarshal.AsBytes<float>(Values())]);
        return new NumpyFile(new NumpyFileSettings { Path = path, Split = SplitRule.InOrder }, this, tables);
    }
}
