using FlowLab.Engine.Models;
using FlowLab.Host.Exports;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Exports;

/// <summary>.npz and .safetensors, byte by byte.</summary>
public sealed class ExportFormatTests
{
    [Test]
    public void Arrays_of_every_rank_come_back()
    {
        using var folder = new TemporaryFolder();
        float[] many = [.. Enumerable.Range(0, (1 << 20) + 24).Select(index => index * 0.5f)];

        NpzFile.Write(folder.In("a.npz"),
            NpyArray.Of("vector", [1.5f, -0f, float.NaN], 3), NpyArray.Of("empty", [], 0, 2), NpyArray.Of("cube", [1, 2, 3, 4, 5, 6, 7, 8], 2, 2, 2),
            NpyArray.Of("many", many, many.Length / 4, 4), NpyArray.Of("scalar", Math.PI), NpyArray.Of("whole", -7L));

        var arrays = ExportedFiles.ReadNpz(folder.In("a.npz"));
        Assert.That(arrays.Select(pair => (pair.Key, pair.Value.Type, string.Join('x', pair.Value.Shape))), Is.EqualTo(new[]
        {
            ("vector", "<f4", "3"), ("empty", "<f4", "0x2"), ("cube", "<f4", "2x2x2"), ("many", "<f4", "262150x4"), ("scalar", "<f8", ""), ("whole", "<i8", ""),
        }));
        Assert.That(arrays["vector"].Values, Is.EqualTo(new[] { 1.5, -0.0, double.NaN }));
        Assert.That(arrays["many"].Values, Is.EqualTo(many.Select(value => (double)value)));
        Assert.That((arrays["scalar"].Values[0], arrays["whole"].Values[0]), Is.EqualTo((Math.PI, -7.0)));
    }

    [Test]
    public void Equal_arrays_are_equal_bytes_and_no_temporary_file_is_left()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in (string[])["a.npz", "b.npz"])
            NpzFile.Write(folder.In(name), NpyArray.Of("x", [1, 2], 2), NpyArray.Of("y", 3.0));

        Assert.That(File.ReadAllBytes(folder.In("a.npz")), Is.EqualTo(File.ReadAllBytes(folder.In("b.npz"))));
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(2));
    }

    [Test]
    public void Numbers_that_do_not_fit_their_axes_are_refused() =>
        Assert.That(() => NpyArray.Of("x", [1, 2, 3], 2, 2), Throws.ArgumentException.With.Message.Contain("3 numbers are no array of 2 x 2"));

    [Test]
    public void Tensors_and_texts_come_back_in_any_order_of_the_parameters()
    {
        using var folder = new TemporaryFolder();
        float[] parameters = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        NamedTensor[] tensors = [new("late", 6, [2, 2]), new("early \u00E9\"", 0, [3]), new("scalar", 3, []), new("none", 4, [0])];

        SafetensorsFile.Write(folder.In("a.safetensors"), tensors, parameters, new Dictionary<string, string> { ["cell"] = "planar, K = 10", ["quote"] = "\"" });

        var (read, metadata) = ExportedFiles.ReadSafetensors(folder.In("a.safetensors"));
        Assert.That(read.Keys, Is.EqualTo(new[] { "late", "early \u00E9\"", "scalar", "none" }));
        Assert.That(read["late"].Shape, Is.EqualTo(new[] { 2, 2 }));
        Assert.That(read["late"].Values, Is.EqualTo(new float[] { 6, 7, 8, 9 }));
        Assert.That(read["early \u00E9\""].Values, Is.EqualTo(new float[] { 0, 1, 2 }));
        Assert.That(read["scalar"].Values, Is.EqualTo(new float[] { 3 }));
        Assert.That(metadata, Is.EqualTo(new Dictionary<string, string> { ["cell"] = "planar, K = 10", ["quote"] = "\"" }));
    }
}
