using System.IO.Compression;
using System.Runtime.InteropServices;
using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Plugins.Datasets.UserFiles;
using FlowLab.Plugins.Tests.Datasets.Formats;

namespace FlowLab.Plugins.Tests.Datasets.Points;

/// <summary>What becomes of a user's file, and what is refused.</summary>
[TestFixture]
public sealed class UserFileTests
{
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

    [Test]
    public void Bytes_are_intensities_and_take_a_byte_each()
    {
        Write(SampleFiles.Npy("|u1", "(20, 2, 4)", SampleFiles.Ramp(160)));
        using NumpyFile data = Make();
        Assert.That((data.Shape, data.Values), Is.EqualTo((new PointShape(1, 2, 4), PointValues.Intensities)));
        Assert.That((data.Count(DataSubset.Training), data.Count(DataSubset.Validation), data.Count(DataSubset.Test)), Is.EqualTo((16, 2, 2)));
        using NumpyFile series = Make(new NumpyFileSettings { Path = "points.npy", Split = SplitRule.InOrder });
        Assert.That(_lab.Gather(series, DataSubset.Test, 1, 1), Is.EqualTo(SampleFiles.Ramp(160)[^8..].Select(value => value / 255f)), "the last point");
        Assert.That(data.Protocol, Does.Contain("points.npy").And.Contain("shuffled split, seed 0").And.Contain("16 training, 2 validation and 2 test points").And.Contain("not binarized"));
        Assert.That(data.Labels(DataSubset.Test), Is.Null);
    }

    [TestCase(BinarizationKind.None)]
    [TestCase(BinarizationKind.Static)]
    [TestCase(BinarizationKind.Dynamic)]
    public void What_is_0_or_1_stays_so(BinarizationKind kind)
    {
        float[] values = [.. Enumerable.Range(0, 120).Select(i => i % 3 == 0 ? 1f : 0f)];
        foreach ((string type, byte[] elements) in ((string, byte[])[])[("|u1", Array.ConvertAll(values, value => (byte)value)), ("<f4", Bytes(values))])
        {
            Write(SampleFiles.Npy(type, "(3, 40)", elements));
            using NumpyFile data = Make(new NumpyFileSettings { Path = "points.npy", Binarization = kind, Split = SplitRule.InOrder });
            Assert.That(data.Values, Is.EqualTo(PointValues.Binary));
            Assert.That(_lab.Gather(data, DataSubset.Training, 0, 1), Is.EqualTo(values[..40]));
            Assert.That(_lab.Gather(data, DataSubset.Validation, 0, 1), Is.EqualTo(values[40..80]));
            Assert.That(_lab.Draw(data, [1], 1, 4, FlowLab.Random.RandomPurpose.TestData), Is.EqualTo(values[80..]));
            Assert.That(data.Protocol, Does.EndWith("0 or 1 in the file"));
        }
    }

    [TestCase(0.5f, PointValues.Intensities)]
    [TestCase(1.5f, PointValues.Real)]
    [TestCase(-0.1f, PointValues.Real)]
    public void Numbers_are_intensities_if_all_are_within_0_and_1(float one, PointValues expected)
    {
        Write(SampleFiles.Npy("<f4", "(4, 2)", Bytes(0, 1, 0.25f, one, 0, 0, 1, 1)));
        using NumpyFile data = Make();
        Assert.That(data.Values, Is.EqualTo(expected));
    }

    [Test]
    public void Figures_show_the_range_of_two_dimensional_training_points()
    {
        Write(SampleFiles.Npy("<f4", "(4, 2)", Bytes(-1, 4, 0, 0, 50, 50, 60, 60)));
        using NumpyFile data = Make(new NumpyFileSettings { Path = "points.npy", Split = SplitRule.InOrder });
        EnergyGrid grid = data.FigureGrid!;
        Assert.That((grid.Minimum, grid.Maximum, grid.Resolution), Is.EqualTo((-1.5, 4.5, 200)));
        Write(SampleFiles.Npy("<f4", "(4, 3)", new byte[48]));
        using NumpyFile wide = Make();
        Assert.That(wide.FigureGrid, Is.Null);
        Write(SampleFiles.Npy("<f4", "(4, 2)", Bytes(3, 3, 3, 3, 3, 3, 3, 3)));
        using NumpyFile constant = Make();
        Assert.That(constant.FigureGrid, Is.EqualTo(new EnergyGrid(2, 4, 200)));
    }

    [Test]
    public void Channels_may_come_last_and_come_first_on_the_device()
    {
        Write(SampleFiles.Npy("|u1", "(3, 1, 2, 3)", [10, 20, 30, 11, 21, 31, .. new byte[12]]));
        using NumpyFile data = Make(new NumpyFileSettings { Path = "points.npy", Channels = ChannelOrder.Last, Split = SplitRule.InOrder });
        Assert.That(data.Shape, Is.EqualTo(new PointShape(3, 1, 2)));
        Assert.That(_lab.Gather(data, DataSubset.Training, 0, 1), Is.EqualTo(new[] { 10 / 255f, 11 / 255f, 20 / 255f, 21 / 255f, 30 / 255f, 31 / 255f }));
    }

    [Test]
    public void Archives_and_IDX_files_are_read_compressed_or_not()
    {
        byte[] first = SampleFiles.Npy("|u1", "(3, 2)", [1, 2, 3, 4, 5, 6]);
        byte[] second = SampleFiles.Npy("|u1", "(3, 1)", [7, 8, 9]);
        _folder.Write("two.npz", SampleFiles.Npz(CompressionLevel.Fastest, ("x.npy", first), ("y.npy", second)));
        using NumpyFile archive = Make(new NumpyFileSettings { Path = "two.npz", Array = "y" });
        Assert.That(archive.Dimension, Is.EqualTo(1));
        _folder.Write("sub/images.gz", SampleFiles.Gzip(SampleFiles.Idx(8, [3, 2, 2], SampleFiles.Ramp(12))));
        using NumpyFile idx = Make(new NumpyFileSettings { Path = "sub/images.gz" });
        Assert.That(idx.Shape, Is.EqualTo(new PointShape(1, 2, 2)));
        Refused("FLD011", new NumpyFileSettings { Path = "two.npz" }, "which array is not said");
        Refused("FLD018", new NumpyFileSettings { Path = "sub/images.gz", Array = "x" }, "no archive, so that it has no array \"x\"");
    }

    [Test]
    public void A_path_that_leads_nowhere_is_refused_with_where_it_was_looked_for()
    {
        Refused("FLD016", new NumpyFileSettings { Path = "no/such.npy" }, $"expected {Path.Combine(_folder.Path, "no", "such.npy")}", "--data DIR or FLOWLAB_DATA");
        Refused("FLD016", new NumpyFileSettings { Path = "" }, "names no file");
    }

    [Test]
    public void Files_that_hold_no_points_are_refused()
    {
        _folder.Write("points.npy", [1, 2, 3, 4]);
        Refused("FLD002", Settings(), "another format", "found 0102");
        _folder.Write("points.npy", SampleFiles.Npy("|u1", "(2, 1, 1, 1, 2)", [1, 2, 3, 4]));
        Refused("FLD007", Settings(), "[2, 1, 1, 1, 2]");
        _folder.Write("points.npy", SampleFiles.Npy("<f4", "(2, 2)", Bytes(0, float.NaN, 1, 1)));
        Refused("FLD013", Settings(), "1 number is not finite: row 0, column 1 is NaN");
        _folder.Write("points.npy", SampleFiles.Npy("|u1", "(2, 2)", [1, 2, 3, 4]));
        Refused("FLD015", Settings(), "2 points cannot be split");
    }

    [TestCase(BinarizationKind.Static)]
    [TestCase(BinarizationKind.Dynamic)]
    public void Numbers_outside_0_and_1_cannot_be_binarized(BinarizationKind kind)
    {
        Write(SampleFiles.Npy("<f4", "(4, 2)", Bytes(0, 1, 0.25f, 1, 0, 1.25f, 1, 1)));
        var settings = new NumpyFileSettings { Path = "points.npy", Binarization = kind };
        string[] text = ["feature 1 of point 2 is 1.25", "numbers within [0, 1]", "binarization to \"none\""];
        Refused("FLD017", settings, text);
        using NumpyFile asItIs = Make();
        Assert.That(asItIs.Values, Is.EqualTo(PointValues.Real));
        Refused("FLD017", settings, text);
    }

    private static byte[] Bytes(params float[] values) => MemoryMarshal.AsBytes<float>(values).ToArray();

    private static NumpyFileSettings Settings() => new() { Path = "points.npy" };

    /// <summary>The file, as a version of its own even within one tick of the clock.</summary>
    private void Write(byte[] content) => File.SetLastWriteTimeUtc(_folder.Write("points.npy", content), DateTime.UnixEpoch.AddDays(content.Length + content.Sum(value => value)));

    private NumpyFile Make(NumpyFileSettings? settings = null) => new(settings ?? Settings(), _folder, _lab.Tables);

    private void Refused(string number, NumpyFileSettings settings, params string[] text)
    {
        FlowLabDataException refusal = Assert.Throws<FlowLabDataException>(() => Make(settings).Dispose())!;
        Assert.That(refusal.Number, Is.EqualTo(number));
        foreach (string part in text)
            Assert.That(refusal.Reason, Does.Contain(part));
    }
}
