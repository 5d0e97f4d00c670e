using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using System.Xml.Linq;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Figures;
using FlowLab.Host.Tests.Reports;
using SkiaSharp;

namespace FlowLab.Host.Tests.Figures;

/// <summary>Figures as files: their size, resolution and words, and what stands where.</summary>
[TestFixture]
public sealed class FigureFormatsTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Chart Chart = new("t", "flow length K", "KL [nats]", 4, HasMarkers: true,
        [new ChartPanel("U1", ChartScale.ForSweep([2, 8]), ChartScale.ForValues([1, 2], [0.5, 2.5]), [new ChartSeries("planar", 0, [new ChartPoint(2, 2, 1.5, 2.5), new ChartPoint(8, 1, 0.5, 1.5)])])]);

    [Test]
    public void A_picture_has_300_dots_per_inch()
    {
        Drawing drawing = ChartDrawing.Of(Chart);

        List<(string Type, byte[] Data)> chunks = Chunks(FigureFormats.Encode(drawing, ".png"));

        Assert.That(BinaryPrimitives.ReadInt32BigEndian(chunks[0].Data), Is.EqualTo((int)Math.Ceiling(drawing.Width / 96 * 300)));
        Assert.That(BinaryPrimitives.ReadInt32BigEndian(chunks[0].Data.AsSpan(4)), Is.EqualTo((int)Math.Ceiling(drawing.Height / 96 * 300)));
        byte[] physical = chunks.Single(chunk => chunk.Type == "pHYs").Data;
        Assert.That((BinaryPrimitives.ReadInt32BigEndian(physical), BinaryPrimitives.ReadInt32BigEndian(physical.AsSpan(4)), physical[8]), Is.EqualTo((11811, 11811, (byte)1)), "dots per meter");
    }

    [Test]
    public void Words_are_words_in_every_format_that_has_them()
    {
        string[] expected = ["planar", "U1", "flow length K", "KL [nats]", "2", "8"];
        XDocument svg = XDocument.Parse(Encoding.UTF8.GetString(FigureFormats.Encode(ChartDrawing.Of(Chart), "x.SVG")));
        string pdf = Encoding.Latin1.GetString(FigureFormats.Encode(ChartDrawing.Of(Chart), ".pdf"));

        Assert.That(Words(svg), Is.SupersetOf(expected));
        Assert.That(svg.Descendants(Svg + "text").Select(text => text.Attribute("font-family")!.Value), Is.All.StartsWith("'DejaVu Sans',"));
        Assert.That(pdf, Does.StartWith("%PDF-").And.Contain("/FontFile2").And.Contain("DejaVuSans"), "an embedded font");
        Assert.That(pdf, Has.Length.LessThan(100_000), "of it only what figures need");
    }

    [Test]
    public void Equal_figures_are_equal_bytes()
    {
        foreach (string format in FigureFormats.Extensions)
            Assert.That(FigureFormats.Encode(ChartDrawing.Of(Chart), format), Is.EqualTo(FigureFormats.Encode(ChartDrawing.Of(Chart), format)), format);
    }

    /// <summary>What no font of this machine may have is in an SVG nevertheless, for the reader's fonts.</summary>
    [TestCase("\u5E73\u9762\u6D41 K = 8")]
    [TestCase("\u0645\u0631\u062D\u0628\u0627 K = 8")]
    [TestCase("\u05E9\u05DC\u05D5\u05DD")]
    [TestCase("\u0939\u093F\u0928\u094D\u0926\u0940")]
    [TestCase("\u03BB\u00B2 \u2207 \u0416")]
    [TestCase("\uD83D\uDE00 flow")]
    [TestCase("<b> & \"q\"")]
    public void Labels_in_any_script_are_in_the_text(string label)
    {
        Chart chart = Chart with { XLabel = label, Panels = [Chart.Panels[0] with { Series = [Chart.Panels[0].Series[0] with { Name = label }] }] };

        XDocument svg = XDocument.Parse(Encoding.UTF8.GetString(FigureFormats.Encode(ChartDrawing.Of(chart), ".svg")));

        Assert.That(Words(svg).Count(words => words == label), Is.EqualTo(2), string.Join("|", Words(svg)));
        Assert.That(FigureFormats.Encode(ChartDrawing.Of(chart), ".png"), Has.Length.GreaterThan(1000));
        Assert.That(FigureFormats.Encode(ChartDrawing.Of(chart), ".pdf"), Has.Length.GreaterThan(1000));
    }

    /// <summary>Shaped letters join: the picture differs from that of the same letters one by one.</summary>
    [Test]
    public void Letters_that_change_with_their_neighbors_do()
    {
        byte[] joined = Picture("\u0628\u0628\u0628"), apart = Picture("\u0628\u200C\u0628\u200C\u0628");

        Assert.That(Columns(joined), Is.LessThan(Columns(apart)), "columns with ink: joined letters are narrower");

        static byte[] Picture(string words) => FigureFormats.Png(new Drawing(80, 20, canvas => canvas.Write(words, 0, 0, 80, 14, ScottPlot.Alignment.UpperLeft)), 300);
        static int Columns(byte[] png)
        {
            using SKBitmap picture = SKBitmap.Decode(png);
            return Enumerable.Range(0, picture.Width).Count(x => Enumerable.Range(0, picture.Height).Any(y => picture.GetPixel(x, y).Red < 128));
        }
    }

    /// <summary>On a logarithmic axis the two halves of a bar differ in length; here one of them is none.</summary>
    [TestCase(10, 1000, true)]
    [TestCase(0.1, 10, false)]
    public void A_bar_ends_where_its_values_are(double low, double high, bool isAbove)
    {
        Chart chart = Chart with
        {
            Panels = [new ChartPanel("", ChartScale.ForSweep([2, 8]), ChartScale.ForValues([0.1, 10, 1000], [0.1, 1000]), [new ChartSeries("planar", 0, [new ChartPoint(2, 10, low, high)])])],
        };
        using SKBitmap picture = SKBitmap.Decode(FigureFormats.Png(ChartDrawing.Panels(chart).Single(), 96));
        ScottPlot.Color line = ChartColors.Line(0);
        int[] rows = [.. Enumerable.Range(0, picture.Height).Where(y => Enumerable.Range(0, picture.Width).Any(x => picture.GetPixel(x, y) is var pixel && (pixel.Red, pixel.Green, pixel.Blue) == (line.R, line.G, line.B)))];
        double middle = 24 + (picture.Height - 24 - 42) / 2.0;

        (double upwards, double downwards) = (middle - rows.Min(), rows.Max() - middle);
        Assert.That(isAbove ? upwards : downwards, Is.GreaterThan(60));
        Assert.That(isAbove ? downwards : upwards, Is.LessThan(6), "the marker's half");
    }

    [Test]
    public void Lines_beyond_the_colors_are_dashed_in_vectors_too()
    {
        Chart chart = Chart with
        {
            Panels = [Chart.Panels[0] with { Series = [.. Enumerable.Range(0, 14).Select(style => Chart.Panels[0].Series[0] with { Name = $"line {style}", Style = style })] }],
        };
        XDocument svg = XDocument.Parse(Encoding.UTF8.GetString(FigureFormats.Encode(ChartDrawing.Of(chart), ".svg")));
        string[] dashes = [.. svg.Descendants().Attributes("stroke-dasharray").Select(attribute => attribute.Value)];

        Assert.That((dashes.Count(value => value == "8 5"), dashes.Count(value => value == "2 3")), Is.EqualTo((12, 4)), "in the panel and in the legend");
        Assert.That(svg.Descendants().Attributes("stroke-width").Select(attribute => attribute.Value), Has.None.StartsWith("1.61").And.None.StartsWith("1.62"));
    }

    [Test]
    public void A_line_with_one_record_is_a_point()
    {
        Chart one = Chart with { HasMarkers = false, Panels = [Chart.Panels[0] with { Series = [new ChartSeries("planar", 1, [new ChartPoint(8, 1, 0.5, 1.5)])] }] };

        Assert.That(Inked(one, ChartColors.Line(1)), Is.GreaterThan(50));
        Assert.That(Inked(one with { Panels = [one.Panels[0] with { Series = [one.Panels[0].Series[0] with { Points = [] }] }] }, ChartColors.Line(1)), Is.Zero, "and nothing but it has its color");

        static int Inked(Chart chart, ScottPlot.Color color)
        {
            using SKBitmap picture = SKBitmap.Decode(FigureFormats.Png(ChartDrawing.Panels(chart).Single(), 96));
            return picture.Pixels.Count(pixel => Math.Abs(pixel.Red - color.R) < 40 && Math.Abs(pixel.Green - color.G) < 40 && Math.Abs(pixel.Blue - color.B) < 40);
        }
    }

    [Test]
    public void A_density_is_drawn_with_z1_to_the_right_and_z2_up()
    {
        var image = new DensityImage(0, 2, 2, [0f, 1f, 2f, 4f]);

        using SKBitmap picture = DensityPicture.Render(image, 4);

        Assert.That(picture.Pixels, Is.EqualTo(new[] { Shade(0.5), Shade(1), Shade(0), Shade(0.25) }));
        Assert.That(DensityPicture.Render(new DensityImage(0, 1, 1, [float.NaN]), 1).Pixels, Is.EqualTo(new[] { Shade(0) }));
        Assert.That(DensityPicture.Render(new DensityImage(0, 1, 1, [7]), 1).Pixels, Is.EqualTo(new[] { Shade(1) }));
        using SKBitmap figure = SKBitmap.Decode(FigureFormats.Png(DensityDrawing.Of(image, 4, "U1"), 96));
        Assert.That(((float)figure.GetPixel(100, 60).Green, (float)figure.GetPixel(300, 60).Green), Is.EqualTo(((float)Shade(0.5).Green, (float)Shade(1).Green)), "the same within axes");
    }

    [Test]
    public void The_colors_grow_evenly_brighter()
    {
        double[] brightness = [.. Enumerable.Range(0, 256).Select(level => Brightness(Shade(level / 255.0)))];

        Assert.That(brightness.Skip(1).Zip(brightness, (next, previous) => next - previous), Has.All.GreaterThan(-0.5), "but for rounding to bytes");
        Assert.That(brightness[128] - brightness[0], Is.EqualTo(brightness[^1] - brightness[128]).Within(0.25 * (brightness[^1] - brightness[0])));
    }

    [Test]
    public void Reducing_keeps_the_mass()
    {
        DensityImage image = SampleDensity.Of("U3", 128, 0);

        DensityImage reduced = DensityPicture.Reduce(image, 50);

        Assert.That(reduced.Resolution, Is.EqualTo(128), "128 is no multiple of 3");
        Assert.That(DensityPicture.Reduce(image, 64).Values.Sum() * 4, Is.EqualTo(image.Values.Sum()).Within(1e-3));
    }

    private static SKColor Shade(double fraction) => new(ChartColors.Densities.GetColor(fraction).ARGB);

    private static double Brightness(SKColor color) => 0.2126 * color.Red + 0.7152 * color.Green + 0.0722 * color.Blue;

    private static string[] Words(XDocument svg) => [.. svg.Descendants(Svg + "text").Select(text => text.Value)];

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
}
