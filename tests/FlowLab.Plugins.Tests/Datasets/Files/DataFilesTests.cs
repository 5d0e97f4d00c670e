using System.IO.Compression;
using System.Security.Cryptography;
using FlowLab.Data;
using FlowLab.Plugins.Datasets.Files;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Tests.Datasets.Files;

/// <summary>What the plugin says about the known files, against the files themselves.</summary>
[TestFixture]
public sealed class DataFilesTests
{
    private static IEnumerable<TestCaseData> Files() =>
        ((IDataFiles[])[new MnistFiles(), new Cifar10Files(), new FreyFacesFiles()]).SelectMany(set => set.Files)
            .Select(file => new TestCaseData(file).SetArgDisplayNames(file.Name));

    [TestCaseSource(nameof(Files))]
    public void Sizes_and_checksums_are_those_of_the_contents(DataFile file)
    {
        string path = SharedData.Find(file.Name.EndsWith(".npy", StringComparison.Ordinal) ? file.Name : file.Name + ".gz");
        using FileStream stored = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stored, CompressionMode.Decompress) : stored;
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()));
        Assert.That(file.Contents.Select(known => (known.Bytes, known.Sha256)), Does.Contain((copy.Length, sha256)));
    }

    [TestCaseSource(nameof(Files))]
    public void A_file_says_what_it_is_where_it_is_from_and_how_it_is_licensed(DataFile file)
    {
        Assert.That((string[])[file.Summary, file.License, file.Source], Is.All.Not.Empty);
        Assert.That(file.Mirrors, Is.Not.Empty);
        Assert.That(file.Mirrors.Select(mirror => new Uri(mirror.Url).Scheme), Is.All.EqualTo("https"));
    }

    [Test]
    public void MNIST_is_read_in_the_split_of_the_literature()
    {
        var folder = new SharedDataFolder();
        DataSplit split = MnistFiles.Read(folder);
        Assert.That((split.Training.Images.Count, split.Validation.Images.Count, split.Test.Images.Count), Is.EqualTo((50_000, 10_000, 10_000)));
        Assert.That((split.Training.Images.Height, split.Training.Images.Width, split.Training.Images.Channels), Is.EqualTo((28, 28, 1)));
        Assert.That((split.Validation.Numbers[0], split.Test.Numbers[0]), Is.EqualTo((50_000, 60_000)));
        Assert.That(IdxReader.Read(folder.Find(MnistFiles.TrainingLabels)).Bytes!.Take(10), Is.EqualTo(new byte[] { 5, 0, 4, 1, 9, 2, 1, 3, 1, 4 }));
        Assert.That(IdxReader.Read(folder.Find(MnistFiles.TestLabels)).Bytes!.Take(10), Is.EqualTo(new byte[] { 7, 2, 1, 0, 4, 1, 4, 9, 5, 9 }));
    }

    [Test]
    public void CIFAR_10_is_read_with_its_labels()
    {
        DataSplit split = Cifar10Files.Read(new SharedDataFolder(), batches: [1]);
        Assert.That((split.Training.Images.Count, split.Validation.Images.Count), Is.EqualTo((9_000, 1_000)));
        ImageTable test = split.Test.Images;
        Assert.That((test.Count, test.Channels, test.Height, test.Width), Is.EqualTo((1_000, 3, 32, 32)));
        Assert.That(test.Labels!.Take(10), Is.EqualTo(new byte[] { 3, 8, 8, 0, 6, 6, 1, 6, 3, 1 }));
        Assert.That(test.Bytes!.Take(3), Is.EqualTo(new byte[] { 158, 159, 165 }));
    }

    [Test]
    public void Frey_faces_are_read_and_split()
    {
        DataSplit split = FreyFacesFiles.Read(new SharedDataFolder());
        Assert.That((split.Training.Images.Count, split.Validation.Images.Count, split.Test.Images.Count), Is.EqualTo((1_565, 200, 200)));
        Assert.That((split.Test.Images.Height, split.Test.Images.Width, split.Test.Images.Channels), Is.EqualTo((28, 20, 1)));
    }

    [Test]
    public void What_the_mirrors_of_Frey_faces_lack_is_the_beginning_of_the_file()
    {
        byte[] file = File.ReadAllBytes(SharedData.Find(FreyFacesFiles.Frames.Name));
        Assert.That(FreyFacesFiles.Frames.Mirrors.Select(mirror => mirror.Prefix), Is.All.EqualTo(file[..128]));
    }
}
