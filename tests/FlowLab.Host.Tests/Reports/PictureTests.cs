using FlowLab.Data;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Figures;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;
using SkiaSharp;

namespace FlowLab.Host.Tests.Reports;

/// <summary>Sheets of pictures and latent points: kept, drawn, shown.</summary>
[TestFixture]
public sealed class PictureTests
{
    [Test]
    public void Sheets_and_latent_points_come_back_from_the_database()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        RunImages[] images = SampleImages.Images(SampleImages.Patch, 7);
        RunLatents[] latents = [new(7, SampleImages.Latents(50)), new(3, SampleImages.Latents(4) with { Classes = null })];
        using (RunStore store = RunStore.OpenOrCreate(folder))
        {
            store.SaveResults(1, 9, [], [], SampleImages.Images(SampleImages.Gray, 1), []);
            store.SaveResults(1, 9, [], [], images, latents);
        }

        CellResults cell = Read(folder).Cells[1];

        Assert.That(cell.Images.Select(image => (image.Seed, image.Sheet.Kind, image.Sheet.Label, image.Sheet.Shape, image.Sheet.Count)),
            Is.EqualTo(images.Select(image => (image.Seed, image.Sheet.Kind, image.Sheet.Label, image.Sheet.Shape, image.Sheet.Count))), "and the earlier ones are gone");
        Assert.That(cell.Images.Select(image => image.Sheet.Pixels), Is.EqualTo(images.Select(image => image.Sheet.Pixels)));
        Assert.That(cell.Latents.Select(points => (points.Seed, points.Points.Label)), Is.EqualTo(latents.Select(points => (points.Seed, points.Points.Label))));
        Assert.That(cell.Latents[0].Points.X, Is.EqualTo(latents[0].Points.X));
        Assert.That(cell.Latents[0].Points.Y, Is.EqualTo(latents[0].Points.Y));
        Assert.That(cell.Latents.Select(points => points.Points.Classes), Is.EqualTo(new[] { latents[0].Points.Classes, null }));
        Assert.That(Read(folder).Cells[0].Images, Is.Empty);
    }

    [Test]
    public void A_database_from_before_pictures_is_read_and_brought_up_to_date_when_written()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        Sql(folder, "DROP TABLE image_sheets; DROP TABLE latent_points; DROP TABLE audit; DROP TABLE cell_data; ALTER TABLE results DROP COLUMN reason; PRAGMA user_version = 1");

        Assert.That(Read(folder).Cells[0].Images, Is.Empty);
        using (RunStore store = RunStore.OpenOrCreate(folder))
            store.SaveResults(0, 9, [], [], SampleImages.Images(SampleImages.Patch, 7), []);
        Assert.That(Read(folder).Cells[0].Images, Has.Count.EqualTo(3));
    }

    [TestCase("UPDATE image_sheets SET count = 31")]
    [TestCase("UPDATE image_sheets SET width = -8, height = -8")]
    [TestCase("UPDATE latent_points SET x = x'00000000'")]
    [TestCase("UPDATE latent_points SET classes = x'00'")]
    public void A_picture_whose_numbers_do_not_fit_is_damage(string change)
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using (RunStore store = RunStore.OpenOrCreate(folder))
            store.SaveResults(0, 9, [], [], SampleImages.Images(SampleImages.Patch, 7), [new RunLatents(7, SampleImages.Latents(20))]);
        Sql(folder, change);

        Assert.That(() => Read(folder), Throws.TypeOf<RunException>().With.Message.StartsWith("FLR004"));
    }

    [Test]
    public void Test_points_stand_above_their_reconstructions_enlarged_by_squares()
    {
        var shape = new PointShape(1, 2, 30);
        ImageSheet points = Flat(ImageSheet.Points, shape, 18, index => index / 20f), reconstructions = Flat(ImageSheet.Reconstructions, shape, 18, index => 1 - index / 20f);

        Drawing drawing = SheetDrawing.Of(points, reconstructions);
        using SKBitmap picture = SKBitmap.Decode(FigureFormats.Png(drawing, 96));

        Assert.That(SheetDrawing.Scale(shape), Is.EqualTo(2));
        Assert.That((picture.Width, picture.Height), Is.EqualTo((16 * 62 + 2, (int)drawing.Height)), "16 to a line");
        Assert.That(picture.GetPixel(2, 2), Is.EqualTo(Gray(0)), "the first point");
        Assert.That(picture.GetPixel(2, 2 + 4 + 2), Is.EqualTo(Gray(255)), "below it the first reconstruction");
        Assert.That(picture.GetPixel(2 + 5 * 62 + 59, 2), Is.EqualTo(Gray(64)), "the right end of the sixth point, 5 / 20");
        Assert.That(picture.GetPixel(2 + 62, 2 + 10 + 8), Is.EqualTo(Gray(217)), "the second line begins with points 16 and 17");
        Assert.That(picture.Pixels[^1], Is.EqualTo(Gray(235)), "the background");
    }

    [Test]
    public void Colors_are_red_green_and_blue_in_this_order()
    {
        var sheet = new ImageSheet(ImageSheet.Samples, "s", new PointShape(3, 2, 1), 1, [1f, 0f, 0f, float.NaN, 0.2f, 7f]);

        using SKBitmap picture = SKBitmap.Decode(FigureFormats.Png(SheetDrawing.Of(sheet), 96));

        Assert.That(picture.GetPixel(2, 2), Is.EqualTo(new SKColor(255, 0, 51)));
        Assert.That(picture.GetPixel(2, 2 + 56), Is.EqualTo(new SKColor(0, 0, 255)));
    }

    [Test]
    public void Sheets_without_a_partner_stand_alone_and_vectors_are_left_out()
    {
        RunImages[] images =
        [
            new(1, Flat(ImageSheet.Points, new PointShape(1, 4, 4), 5, _ => 0)), new(1, Flat(ImageSheet.Reconstructions, new PointShape(1, 4, 4), 6, _ => 0)),
            new(1, Flat(ImageSheet.Samples, new PointShape(1, 1, 4), 6, _ => 0)), new(2, Flat(ImageSheet.Samples, new PointShape(1, 4, 4), 6, _ => 0)),
            new(2, Flat(ImageSheet.Samples, new PointShape(1, 4, 4), 6, _ => 0)),
        ];
        var cell = new CellResults(SampleStore.Cells[0], CellStatus.Finished, 1, [], [], []) { Images = images };

        Assert.That(ImagePanel.Of(cell).Select(panel => panel.FileName), Is.EqualTo(new[]
        {
            "U1-2-seed1-tests", "U1-2-seed1-reconstructions", "U1-2-seed2-samples", "U1-2-seed2-samples2",
        }));
    }

    [Test]
    public void The_page_and_the_folder_have_every_picture_with_its_label()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = RunFolder.Create(temporary.Path);
        ReportWriter.Write(folder, SampleImages.Results(), new ReportLayout("Figure 4", null, [], null, null));
        string page = File.ReadAllText(folder.Report);

        Assert.That(page, Does.Contain("Seed 2: above: test points 0 to 31, binarized; below: their reconstructions, means of p(x|z), z from q(z|x)."));
        Assert.That(page, Does.Contain("Seed 2: means of p(x|z), z from the prior."));
        Assert.That(page, Does.Contain("Seed 2: one draw of z for each of 3000 test points, colors are digits."));
        Assert.That(Enumerable.Range(0, 10).Select(label => System.Text.RegularExpressions.Regex.Count(page, $"fill=\"{Short(ChartColors.Class(label).ToHex())}\"", System.Text.RegularExpressions.RegexOptions.IgnoreCase)), Is.All.InRange(200, 400), "a dot per point in the color of its class");
        Assert.That(Directory.GetFiles(folder.Figures).Select(Path.GetFileName), Is.SupersetOf(new[]
        {
            "K-0-seed2-reconstructions.png", "K-0-seed2-samples.png", "K-0-seed3-samples.png", "K-0-seed2-latents.svg", "K-0-seed2-latents.png", "K-0-seed2-latents.pdf",
        }));
        System.Xml.Linq.XDocument.Parse(File.ReadAllText(folder.Figure("K-0-seed2-latents", ".svg")));
    }

    /// <summary>As Skia writes colors whose digits come in pairs: #328 for #332288.</summary>
    private static string Short(string color) => $"#{color[1]}{color[3]}{color[5]}";

    private static SKColor Gray(byte level) => new(level, level, level);

    private static ImageSheet Flat(string kind, PointShape shape, int count, Func<int, float> shade) =>
        new(kind, kind, shape, count, [.. Enumerable.Range(0, count).SelectMany(index => Enumerable.Repeat(shade(index), shape.Dimension))]);

    private static RunResults Read(RunFolder folder)
    {
        using RunStore store = RunStore.OpenForReading(folder);
        return store.Read();
    }

    private static void Sql(RunFolder folder, string text)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
