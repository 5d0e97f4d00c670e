using System.Security.Cryptography;
using FlowLab.Data;
using FlowLab.Plugins.Datasets.Files;
using FlowLab.Plugins.Datasets.Images;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Plugins.Datasets.Sets;

namespace FlowLab.Plugins.Tests.Datasets.Points;

/// <summary>MNIST and Frey faces, on the real files.</summary>
[TestFixture]
public sealed class MnistTests
{
    private const int Pixels = 784;

    private readonly SharedDataFolder _folder = new();
    private PointLab _lab = null!;

    [OneTimeSetUp]
    public void Open() => _lab = new PointLab(KernelDevice.Simd);

    [OneTimeTearDown]
    public void Close() => _lab.Dispose();

    [Test]
    public void MNIST_has_its_shape_parts_and_classes()
    {
        using Mnist data = Make(BinarizationKind.Static);
        Assert.That((data.Shape, data.Values, data.FigureGrid), Is.EqualTo((new PointShape(1, 28, 28), PointValues.Binary, (Energies.EnergyGrid?)null)));
        Assert.That((data.Count(DataSubset.Training), data.Count(DataSubset.Validation), data.Count(DataSubset.Test)), Is.EqualTo((50_000, 10_000, 10_000)));
        Assert.That(data.Labels(DataSubset.Training)!.Take(5), Is.EqualTo(new byte[] { 5, 0, 4, 1, 9 }));
        Assert.That(data.Labels(DataSubset.Test), Has.Length.EqualTo(10_000));
        Assert.That(data.Protocol, Is.EqualTo("MNIST, 50,000 training, 10,000 validation and 10,000 test points, static binarization, seed 0"));
    }

    /// <summary>The checksum in docs/data.md, of one byte per pixel.</summary>
    [TestCase(BinarizationKind.Static)]
    [TestCase(BinarizationKind.Dynamic)]
    public void The_static_test_images_are_those_that_are_documented(BinarizationKind kind)
    {
        const int Chunk = 1000;
        using Mnist data = Make(kind);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int first = 0; first < data.Count(DataSubset.Test); first += Chunk)
            foreach (float[] point in PointLab.Points(_lab.Gather(data, DataSubset.Test, first, Chunk), Pixels, Chunk))
                hash.AppendData(Array.ConvertAll(point, pixel => (byte)pixel));
        Assert.That(Convert.ToHexStringLower(hash.GetHashAndReset()), Is.EqualTo("b456212e97d4376f2a7cd88908ecafef544fcb2ca63097b5dd2f446359060adf"));
    }

    [Test]
    public void Draws_are_those_of_the_rule()
    {
        DataSplit split = MnistFiles.Read(_folder);
        foreach (BinarizationKind kind in Enum.GetValues<BinarizationKind>())
        {
            using Mnist data = Make(kind);
            Assert.That(_lab.Draw(data, [1, 2], 100, 499), Is.EqualTo(new HostPoints(split, kind, 0).Train([1, 2], 499, 100)), $"{kind}, the last update of the first epoch");
            Assert.That(_lab.Draw(data, [1, 2], 100, 500), Is.EqualTo(new HostPoints(split, kind, 0).Train([1, 2], 500, 100)), $"{kind}, the first update of the second epoch");
        }
    }

    [TestCase(BinarizationKind.Static, 7_000_004)]
    [TestCase(BinarizationKind.Dynamic, 54_880_004)]
    [TestCase(BinarizationKind.None, 54_880_004)]
    public void MNIST_takes_little_memory_of_the_device(BinarizationKind kind, long expected)
    {
        using Mnist data = Make(kind);
        PointTable table = _lab.Tables.Get($"mnist {MnistVersion}", kind, 0, () => throw new AssertionException("The table has to be there."));
        Assert.That(table.LengthInBytes, Is.EqualTo(expected));
    }

    [Test]
    public void Frey_faces_are_intensities()
    {
        using var data = new FreyFaces(_folder, _lab.Tables);
        Assert.That((data.Shape, data.Values), Is.EqualTo((new PointShape(1, 28, 20), PointValues.Intensities)));
        Assert.That((data.Count(DataSubset.Training), data.Count(DataSubset.Validation), data.Count(DataSubset.Test)), Is.EqualTo((1_565, 200, 200)));
        var host = new HostPoints(FreyFacesFiles.Read(_folder), BinarizationKind.None, 0);
        Assert.That(_lab.Gather(data, DataSubset.Validation, 190, 20), Is.EqualTo(host.Gather(DataSubset.Validation, 190, 1, 20)));
        Assert.That(_lab.Draw(data, [5], 100, 15), Is.EqualTo(host.Train([5], 15, 100)));
        Assert.That(data.Labels(DataSubset.Training), Is.Null);
    }

    [Test]
    public void Without_its_files_a_dataset_says_so()
    {
        using var empty = new SampleFolder();
        Assert.That(() => new Mnist(new MnistSettings(), empty, _lab.Tables), Throws.TypeOf<FlowLabDataException>().With.Message.Contains("FLD021 train-images-idx3-ubyte").And.Message.EndsWith("flowlab data get mnist"));
        Assert.That(() => new FreyFaces(empty, _lab.Tables), Throws.TypeOf<FlowLabDataException>().With.Message.Contains("FLD021 freyfaces.npy"));
    }

    private string MnistVersion => MnistFiles.Version(_folder);

    private Mnist Make(BinarizationKind kind) => new(new MnistSettings { Binarization = kind }, _folder, _lab.Tables);
}
