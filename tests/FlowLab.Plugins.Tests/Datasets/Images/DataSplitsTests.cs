using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FlowLab.Data;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Tests.Datasets.Images;

[TestFixture]
public sealed class DataSplitsTests
{
    [Test]
    public void Two_files_split_as_MNIST_and_number_their_points_through()
    {
        DataSplit split = DataSplits.OfFiles(Table(60), Table(10), 10);
        Assert.That(split.Training.Numbers, Is.EqualTo(Enumerable.Range(0, 50)));
        Assert.That(split.Validation.Numbers, Is.EqualTo(Enumerable.Range(50, 10)));
        Assert.That(split.Test.Numbers, Is.EqualTo(Enumerable.Range(60, 10)));
        Assert.That(FirstValues(split.Validation), Is.EqualTo(Enumerable.Range(50, 10)));
        Assert.That(FirstValues(split.Test), Is.EqualTo(Enumerable.Range(0, 10)));
    }

    [FsCheck.NUnit.Property]
    public void Every_point_is_in_exactly_one_part(byte count, byte validation, byte test, int seed)
    {
        if (validation + test >= count)
        {
            Assert.That(() => DataSplits.Shuffled(Table(count), validation, test, seed), Throws.TypeOf<FlowLabDataException>().With.Message.StartWith("FLD015 "));
            return;
        }
        foreach (DataSplit split in (DataSplit[])[DataSplits.Shuffled(Table(count), validation, test, seed), DataSplits.InOrder(Table(count), validation, test)])
        {
            Assert.That((split.Validation.Numbers.Count, split.Test.Numbers.Count), Is.EqualTo((validation, test)));
            Assert.That(split.Training.Numbers.Concat(split.Validation.Numbers).Concat(split.Test.Numbers), Is.EquivalentTo(Enumerable.Range(0, count)));
            foreach (DataPart part in (DataPart[])[split.Training, split.Validation, split.Test])
            {
                Assert.That(part.Numbers, Is.Ordered);
                Assert.That(FirstValues(part), Is.EqualTo(part.Numbers.Select(number => number % 256)));
            }
        }
    }

    /// <summary>SHA-256 of the numbers as 32-bit integers, computed by another program (Philox and the shuffle written in Python).</summary>
    [Test]
    public void Frey_faces_split_the_same_way_for_ever()
    {
        DataSplit split = DataSplits.Shuffled(Table(1965), 200, 200);
        Assert.That(split.Training.Numbers, Has.Count.EqualTo(1565));
        Assert.That(split.Test.Numbers.Take(8), Is.EqualTo(new[] { 18, 26, 30, 46, 48, 72, 103, 106 }));
        Assert.That(Hash(split.Test), Is.EqualTo("8d8cbb926fe78ec016696164569a5918877086f348b4eba0847794bf9d3c0e51"));
        Assert.That(Hash(split.Validation), Is.EqualTo("2b1803e35130cc9b50cd70f8f62e310850f177ee5858577591942a680c9dad24"));
    }

    [Test]
    public void Another_seed_is_another_split_and_a_series_keeps_its_order()
    {
        Assert.That(DataSplits.Shuffled(Table(100), 10, 10, 1).Test.Numbers, Is.Not.EqualTo(DataSplits.Shuffled(Table(100), 10, 10).Test.Numbers));
        Assert.That(DataSplits.InOrder(Table(100), 10, 20).Test.Numbers, Is.EqualTo(Enumerable.Range(80, 20)));
        Assert.That(DataSplits.InOrder(Table(100), 10, 20).Validation.Numbers, Is.EqualTo(Enumerable.Range(70, 10)));
    }

    [TestCase(3, 1, 1)]
    [TestCase(19, 17, 1)]
    [TestCase(1000, 800, 100)]
    public void A_tenth_of_a_users_file_each_is_for_validation_and_test(int count, int training, int part)
    {
        DataSplit split = DataSplits.OfUserFile(Table(count));
        Assert.That((split.Training.Images.Count, split.Validation.Images.Count, split.Test.Images.Count), Is.EqualTo((training, part, part)));
    }

    [Test]
    public void A_file_too_small_to_split_is_refused() => Assert.That(() => DataSplits.OfUserFile(Table(2)), Throws.TypeOf<FlowLabDataException>().With.Message.EqualTo(
        "FLD015 2 points cannot be split; expected at least one point to train on beside 1 for validation and 1 for test; ask for smaller parts, or use a larger file"));

    [Test]
    public void Labels_and_floats_go_with_their_points()
    {
        ImageTable table = ImageTable.OfFloats(3, 1, 2, 1, [0, 1, 10, 11, 20, 21], [7, 8, 9]);
        ImageTable selected = ImageTable.Join([table.Select([2, 0]), table.Select([1])]);
        Assert.That(selected.Floats, Is.EqualTo(new[] { 20f, 21, 0, 1, 10, 11 }));
        Assert.That(selected.Labels, Is.EqualTo(new byte[] { 9, 7, 8 }));
    }

    [Test]
    public void Tables_of_other_shapes_cannot_be_joined() => Assert.That(
        () => ImageTable.Join([Table(1), ImageTable.OfBytes(1, 1, 1, 1, [1])]), Throws.ArgumentException);

    private static ImageTable Table(int count) =>
        ImageTable.OfBytes(count, 1, 2, 1, [.. Enumerable.Range(0, count).SelectMany(i => new[] { (byte)i, (byte)(i * 3) })]);

    private static IEnumerable<int> FirstValues(DataPart part) => Enumerable.Range(0, part.Images.Count).Select(i => (int)part.Images.Bytes![i * part.Images.Dimension]);

    private static string Hash(DataPart part) =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<int>(part.Numbers.ToArray())));
}
