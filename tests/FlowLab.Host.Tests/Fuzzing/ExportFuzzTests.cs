using FlowLab.Engine.Models;
using FlowLab.Host.Exports;
using FlowLab.Host.Tests.Exports;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Fuzzing;

/// <summary>FlowLab writes .safetensors and reads none: whatever names, shapes and texts there are, a strict reader of the published format gets them back.</summary>
[TestFixture]
public sealed class ExportFuzzTests
{
    private const string Letters = "abwz019._-/\\\"'{}[]:, \u0001\u001b\u007f\u0085\u2028äβ日本\ud83d\ude00";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void What_is_written_as_safetensors_is_read_back() => Fuzz.Run(0.05, "safetensors written", random =>
    {
        List<NamedTensor> tensors = [];
        int count = 0;
        foreach (string name in Texts(random, random.Next(1, 12)))
        {
            int[] shape = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => random.Next(1, 5))];
            tensors.Add(new NamedTensor(name, count, shape));
            count += shape.Aggregate(1, (product, axis) => product * axis);
        }
        float[] parameters = [.. Enumerable.Range(0, count).Select(_ => BitConverter.Int32BitsToSingle(random.Next()))];
        Dictionary<string, string> texts = Texts(random, random.Next(0, 6)).ToDictionary(key => key, _ => Text(random));
        string file = _folder.In("x.safetensors");

        SafetensorsFile.Write(file, tensors, parameters, texts);
        var (read, metadata) = ExportedFiles.ReadSafetensors(file);

        Assert.That(read.Keys, Is.EqualTo(tensors.Select(tensor => tensor.Name)));
        Assert.That(read.Values.SelectMany(tensor => tensor.Values).Select(BitConverter.SingleToInt32Bits), Is.EqualTo(parameters.Select(BitConverter.SingleToInt32Bits)));
        Assert.That(read.Values.Select(tensor => tensor.Shape), Is.EqualTo(tensors.Select(tensor => tensor.Shape)));
        Assert.That(metadata, Is.EqualTo(texts));
    });

    private static HashSet<string> Texts(System.Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Text(random))];

    /// <summary>Whole code points only: half of a pair is no text.</summary>
    private static string Text(System.Random random)
    {
        System.Text.Rune[] runes = [.. Letters.EnumerateRunes()];
        return string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => runes[random.Next(runes.Length)].ToString()));
    }
}
