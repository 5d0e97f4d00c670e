using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Reports;

namespace FlowLab.Host.Tests.Reports;

[TestFixture]
public sealed class PngEncoderTests
{
    [Test]
    public void The_pixels_come_back()
    {
        byte[] pixels = [.. Enumerable.Range(0, 7 * 300).Select(index => (byte)(index * 31))];

        List<(string Type, byte[] Data)> chunks = Chunks(PngEncoder.Encode(new Picture(300, 7, pixels)));

        Assert.That(chunks.Select(chunk => chunk.Type), Is.EqualTo(new[] { "IHDR", "PLTE", "IDAT", "IEND" }));
        Assert.That(chunks[0].Data, Is.EqualTo(new byte[] { 0, 0, 1, 44, 0, 0, 0, 7, 8, 3, 0, 0, 0 }));
        Assert.That(chunks[1].Data, Has.Length.EqualTo(768));
        Assert.That(Unfilter(chunks[2].Data, 300), Is.EqualTo(pixels));
    }

    [Test]
    public void A_density_is_drawn_with_z1_to_the_right_and_z2_up()
    {
        var image = new DensityImage(0, 2, 2, [0f, 1f, 2f, 4f]);

        Picture picture = DensityPicture.Render(image, 4);

        Assert.That(picture.Pixels, Is.EqualTo(new[] { Palette.Index(0.5), Palette.Index(1), Palette.Index(0), Palette.Index(0.25) }));
    }

    [Test]
    public void The_colors_grow_evenly_brighter()
    {
        double[] brightness = [.. Enumerable.Range(0, Palette.Levels).Select(Brightness)];

        Assert.That(brightness.Skip(1).Zip(brightness, (next, previous) => next - previous), Has.All.GreaterThan(-0.5), "but for rounding to bytes");
        Assert.That(brightness[Palette.Levels / 2] - brightness[0], Is.EqualTo(brightness[^1] - brightness[Palette.Levels / 2]).Within(0.25 * (brightness[^1] - brightness[0])));
        Assert.That(Palette.Index(double.NaN), Is.Zero);
        Assert.That((Palette.Index(-3), Palette.Index(7)), Is.EqualTo(((byte)0, (byte)(Palette.Levels - 1))));
    }

    [Test]
    public void Reducing_keeps_the_mass()
    {
        DensityImage image = SampleDensity.Of("U3", 128, 0);

        DensityImage reduced = DensityPicture.Reduce(image, 50);

        Assert.That(reduced.Resolution, Is.EqualTo(128), "128 is no multiple of 3");
        Assert.That(DensityPicture.Reduce(image, 64).Values.Sum() * 4, Is.EqualTo(image.Values.Sum()).Within(1e-3));
    }

    private static double Brightness(int level) =>
        0.2126 * Palette.Colors[3 * level] + 0.7152 * Palette.Colors[3 * level + 1] + 0.0722 * Palette.Colors[3 * level + 2];

    private static List<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        Assert.That(png[..8], Is.EqualTo(new byte[] { 137, 80, 78, 71, 13, 10, 26, 10 }));
        List<(string, byte[])> chunks = [];
        for (int position = 8; position < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(position));
            ReadOnlySpan<byte> checkedPart = png.AsSpan(position + 4, length + 4);
            Assert.That(BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(position + 8 + length)), Is.EqualTo(Crc32.HashToUInt32(checkedPart)));
            chunks.Add((Encoding.ASCII.GetString(checkedPart[..4]), checkedPart[4..].ToArray()));
            position += length + 12;
        }
        return chunks;
    }

    private static byte[] Unfilter(byte[] compressed, int width)
    {
        using var zlib = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var lines = new MemoryStream();
        zlib.CopyTo(lines);
        byte[][] all = [.. lines.ToArray().Chunk(width + 1)];
        Assert.That(all.Select(line => line[0]), Has.All.Zero);
        return [.. all.SelectMany(line => line[1..])];
    }
}
