using FlowLab.Data;
using FlowLab.Plugins.Datasets.Files;
using FlowLab.Plugins.Datasets.Images;
using FlowLab.Plugins.Datasets.Patches;
using FlowLab.Plugins.Tests.Datasets.Formats;
using FlowLab.Random;

namespace FlowLab.Plugins.Tests.Datasets.Points;

/// <summary>Patches of small files in the format of CIFAR-10, and of the real ones.</summary>
[TestFixture(KernelDevice.Simd)]
[TestFixture(KernelDevice.IlgpuCpu)]
[TestFixture(KernelDevice.OpenCl12)]
public sealed class Cifar10PatchesTests(KernelDevice device)
{
    private const int Side = 32;
    private const int FirstTestNumber = 50_000;

    private SampleFolder _folder = null!;
    private PointLab _lab = null!;

    [SetUp]
    public void Open()
    {
        if (device == KernelDevice.IlgpuCpu)
            LongTests.Require("ILGPU's emulation takes long");
        _folder = new SampleFolder();
        _lab = new PointLab(device);
        _folder.Write("cifar-10-batches-bin/data_batch_2.bin", SampleFiles.Cifar([.. Enumerable.Range(0, 30).Select(i => (byte)(i % 10))]));
        _folder.Write("cifar-10-batches-bin/test_batch.bin", SampleFiles.Cifar(3, 8, 8, 0, 6));
    }

    [TearDown]
    public void Close()
    {
        _lab?.Dispose();
        _folder?.Dispose();
    }

    [TestCase(1)]
    [TestCase(8)]
    [TestCase(31)]
    [TestCase(32)]
    public void Training_patches_are_those_of_the_rule(int size)
    {
        using Cifar10Patches data = Make(size);
        ImageTable images = Cifar10Files.Read(_folder, [2]).Training.Images;
        int[] seeds = [4, -9];
        float[] samples = _lab.Draw(data, seeds, 50, 77);
        for (int r = 0; r < seeds.Length; r++)
        {
            float[][] points = PointLab.Points(samples, data.Dimension, 50, r);
            for (int s = 0; s < 50; s++)
            {
                PhiloxBlock bits = KernelRandom.Bits(seeds[r], (int)RandomPurpose.TrainingData, 77, s, 0);
                Assert.That(points[s], Is.EqualTo(Patch(images, Below(images.Count, bits.X), size, bits)), $"seed {seeds[r]}, sample {s}");
            }
        }
        Assert.That(_lab.Draw(data, [-9], 50, 77), Is.EqualTo(samples[(data.Dimension * 50)..]), "alone as with others");
    }

    [TestCase(8)]
    [TestCase(32)]
    public void Evaluated_patches_are_one_of_each_image_at_a_place_that_its_number_decides(int size)
    {
        using Cifar10Patches data = Make(size);
        DataSplit split = Cifar10Files.Read(_folder, [2]);
        foreach (DataSubset subset in Enum.GetValues<DataSubset>())
        {
            DataPart part = split.Parts[(int)subset];
            float[][] expected = [.. part.Numbers.Select((number, i) => Patch(part.Images, i, size, KernelRandom.Bits(0, (int)RandomPurpose.TestData, 0, number, 0)))];
            Assert.That(PointLab.Points(_lab.Gather(data, subset, 0, part.Images.Count), data.Dimension, part.Images.Count), Is.EqualTo(expected), $"{subset}");
            Assert.That(data.Labels(subset), Is.EqualTo(part.Images.Labels));
        }
        Assert.That(split.Test.Numbers[0], Is.EqualTo(FirstTestNumber), "whichever batches are there");
        Assert.That(
            PointLab.Points(_lab.Draw(data, [1, 2], 3, 1, RandomPurpose.TestData), data.Dimension, 3, 1),
            Is.EqualTo(PointLab.Points(_lab.Gather(data, DataSubset.Test, 3, 2), data.Dimension, 2).Concat(PointLab.Points(_lab.Gather(data, DataSubset.Test, 0, 1), data.Dimension, 1))));
    }

    [Test]
    public void The_batches_that_are_there_are_used_and_named()
    {
        using Cifar10Patches data = Make(8);
        Assert.That((data.Shape, data.Values), Is.EqualTo((new PointShape(3, 8, 8), PointValues.Intensities)));
        Assert.That((data.Count(DataSubset.Training), data.Count(DataSubset.Validation), data.Count(DataSubset.Test)), Is.EqualTo((27, 3, 5)));
        Assert.That(data.Protocol, Is.EqualTo(
            "CIFAR-10, training batch 2 of 5 only, first 5 test images only, 27 training, 3 validation and 5 test points; " +
            "random patches of 8 x 8 for training, one fixed patch per image for evaluation"));
    }

    [Test]
    public void Without_any_training_batch_the_first_is_asked_for()
    {
        File.Delete(Path.Combine(_folder.Path, "cifar-10-batches-bin", "data_batch_2.bin"));
        Assert.That(() => Make(8), Throws.TypeOf<FlowLabDataException>().With.Message.Contains("FLD021 cifar-10-batches-bin/data_batch_1.bin").And.Message.EndsWith("flowlab data get cifar10"));
    }

    [Test]
    public void The_real_files_give_patches_of_all_images()
    {
        using var data = new Cifar10Patches(new Cifar10PatchesSettings(), new SharedDataFolder(), _lab.Tables);
        Assert.That(data.Protocol, Does.Contain("batch"));
        Assert.That(data.Count(DataSubset.Training), Is.GreaterThanOrEqualTo(9_000));
        float[] samples = _lab.Draw(data, [1], 1000, 0);
        Assert.That(samples, Is.All.InRange(0f, 1f));
        Assert.That(samples.Average(), Is.EqualTo(0.47).Within(0.03), "the published mean of the pixels is 0.473");
    }

    private static int Below(int count, uint bits) => (int)((ulong)count * bits / (1UL << 32));

    /// <summary>A patch by its definition: rows and columns of each plane, k / 255.</summary>
    private static float[] Patch(ImageTable images, int image, int size, PhiloxBlock bits)
    {
        int top = Below(Side - size + 1, bits.Y), left = Below(Side - size + 1, bits.Z);
        return
        [
            .. from channel in Enumerable.Range(0, 3)
               from row in Enumerable.Range(top, size)
               from column in Enumerable.Range(left, size)
               select images.Bytes![((image * 3 + channel) * Side + row) * Side + column] / 255f,
        ];
    }

    private Cifar10Patches Make(int size) => new(new Cifar10PatchesSettings { PatchSize = size }, _folder, _lab.Tables);
}
