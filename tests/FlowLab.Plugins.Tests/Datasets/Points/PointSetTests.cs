using FlowLab.Data;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Plugins.Datasets.UserFiles;
using FlowLab.Plugins.Tests.Datasets.Formats;
using FlowLab.Random;

namespace FlowLab.Plugins.Tests.Datasets.Points;

/// <summary>What holds for every finite dataset, shown on files of bytes.</summary>
[TestFixture]
public sealed class PointSetTests
{
    private const int Count = 50;
    private const int TrainingCount = 40;
    private const int Dimension = 40;
    private const int Middle = 128;

    private SampleFolder _folder = null!;
    private PointLab _lab = null!;

    [SetUp]
    public void Open()
    {
        _folder = new SampleFolder();
        _lab = new PointLab(KernelDevice.Simd);
    }

    [TearDown]
    public void Close()
    {
        _lab.Dispose();
        _folder.Dispose();
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(40)]
    [TestCase(100)]
    public void Each_epoch_has_every_training_point_once_in_another_order(int batch)
    {
        using NumpyFile data = Numbered();
        int steps = (3 * TrainingCount + batch - 1) / batch;
        foreach (int position in (int[])[0, 1])
        {
            float[] order =
            [
                .. Enumerable.Range(0, steps).SelectMany(step =>
                    PointLab.Points(_lab.Draw(data, [4, 9], batch, step), Dimension, batch, position).Select(point => point[0])),
            ];
            float[] all = [.. PointLab.Points(_lab.Gather(data, DataSubset.Training, 0, TrainingCount), Dimension, TrainingCount).Select(point => point[0])];
            Assert.That(all, Is.Unique.And.Length.EqualTo(TrainingCount));
            float[][] epochs = [.. Enumerable.Range(0, 3).Select(epoch => order[(epoch * TrainingCount)..((epoch + 1) * TrainingCount)])];
            foreach (float[] epoch in epochs)
                Assert.That(epoch, Is.EquivalentTo(all));
            Assert.That(epochs[0], Is.Not.EqualTo(epochs[1]));
            Assert.That(epochs[1], Is.Not.EqualTo(epochs[2]));
        }
    }

    [TestCase(BinarizationKind.None)]
    [TestCase(BinarizationKind.Dynamic)]
    public void A_seed_draws_the_same_points_alone_and_packed_in_any_order(BinarizationKind kind)
    {
        using NumpyFile data = Numbered(kind);
        float[] alone = _lab.Draw(data, [7], 30, 3);
        int[][] packs = [[3, 7, 11], [7, 3], [11, 12, 13, 7]];
        foreach (int[] seeds in packs)
        {
            int at = Array.IndexOf(seeds, 7) * Dimension * 30;
            Assert.That(_lab.Draw(data, seeds, 30, 3)[at..(at + Dimension * 30)], Is.EqualTo(alone));
        }
        Assert.That(_lab.Draw(data, [8], 30, 3), Is.Not.EqualTo(alone));
    }

    [Test]
    public void Static_pixels_stay_and_dynamic_ones_change_with_epoch_and_seed()
    {
        using NumpyFile still = Gray(BinarizationKind.Static);
        using NumpyFile moving = Gray(BinarizationKind.Dynamic);
        Assert.That(Epoch(still, 7, 0), Is.EqualTo(Epoch(still, 8, 5)), "all gray points of an epoch, sorted");
        Assert.That(Epoch(moving, 7, 0), Is.Not.EqualTo(Epoch(moving, 7, 1)));
        Assert.That(Epoch(moving, 7, 0), Is.Not.EqualTo(Epoch(moving, 8, 0)));
        Assert.That(_lab.Gather(moving, DataSubset.Test, 0, 5), Is.EqualTo(_lab.Gather(still, DataSubset.Test, 0, 5)), "what is evaluated is static");
        Assert.That(_lab.Draw(moving, [7], 5, 0, RandomPurpose.TestData), Is.EqualTo(_lab.Draw(still, [8], 5, 0, RandomPurpose.TestData)));
    }

    [Test]
    public void Another_noise_seed_is_another_static_binarization()
    {
        using NumpyFile first = Gray(BinarizationKind.Static);
        using NumpyFile second = Gray(BinarizationKind.Static, noiseSeed: 1);
        float[] points = _lab.Gather(first, DataSubset.Training, 0, TrainingCount);
        Assert.That(_lab.Gather(second, DataSubset.Training, 0, TrainingCount), Is.Not.EqualTo(points));
        Assert.That(points.Average(), Is.EqualTo(Middle / 255.0).Within(4 * 0.5 / Math.Sqrt(points.Length)), "gray is ink with its intensity's probability");
    }

    [Test]
    public void Tables_are_uploaded_once_and_outlive_the_datasets()
    {
        using (Gray(BinarizationKind.None))
        using (Gray(BinarizationKind.Dynamic))
            Assert.That(_lab.Tables.Count, Is.EqualTo(1), "dynamic binarization needs the intensities");
        using NumpyFile again = Gray(BinarizationKind.None);
        using NumpyFile still = Gray(BinarizationKind.Static);
        Assert.That(_lab.Tables.Count, Is.EqualTo(2));
        Assert.That(_lab.Gather(again, DataSubset.Test, 0, 5), Is.All.EqualTo(Middle / 255f));
    }

    [Test]
    public void A_file_that_has_changed_is_read_again()
    {
        using NumpyFile before = Gray(BinarizationKind.None);
        File.SetLastWriteTimeUtc(_folder.Write("gray.npy", Content(255)), DateTime.UnixEpoch);
        using NumpyFile after = Gray(BinarizationKind.None, write: false);
        Assert.That(_lab.Gather(after, DataSubset.Test, 0, 5), Is.All.EqualTo(1f));
        Assert.That(after.Protocol, Is.Not.EqualTo(before.Protocol), "the protocol names the values");
    }

    [Test]
    public void Requests_that_nobody_may_make_are_refused()
    {
        using NumpyFile data = Gray(BinarizationKind.None);
        Assert.That(
            () => _lab.Draw(data, [7], 10, 0, RandomPurpose.TrainingNoise),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("TrainingData or TestData only"));
        Assert.That(() => _lab.Draw(data, [7], 10, -1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => _lab.Gather(data, DataSubset.Test, 5, 10),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("Test has 5 points; the first one has to be 0 to 4"));
    }

    private static byte[] Content(byte value) => SampleFiles.Npy("|u1", $"({Count}, {Dimension})", [.. Enumerable.Repeat(value, Count * Dimension)]);

    private float[] Epoch(IPointDataset data, int seed, long epoch) =>
        [.. PointLab.Points(_lab.Draw(data, [seed], TrainingCount, epoch), Dimension, TrainingCount).OrderBy(point => string.Concat(point)).SelectMany(point => point)];

    private NumpyFile Gray(BinarizationKind kind, int noiseSeed = 0, bool write = true)
    {
        string path = Path.Combine(_folder.Path, "gray.npy");
        if (write && !File.Exists(path))
            _folder.Write("gray.npy", Content(Middle));
        return new NumpyFile(new NumpyFileSettings { Path = path, Binarization = kind, BinarizationSeed = noiseSeed }, _folder, _lab.Tables);
    }

    /// <summary>The features of a point are its number.</summary>
    private NumpyFile Numbered(BinarizationKind kind = BinarizationKind.None)
    {
        byte[] values = [.. Enumerable.Range(0, Count * Dimension).Select(i => (byte)(i / Dimension))];
        string path = _folder.Write("numbered.npy", SampleFiles.Npy("|u1", $"({Count}, {Dimension})", values));
        return new NumpyFile(new NumpyFileSettings { Path = path, Binarization = kind }, _folder, _lab.Tables);
    }
}
