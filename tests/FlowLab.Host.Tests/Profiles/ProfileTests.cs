using System.Diagnostics;
using System.Text.Json;
using FlowLab.Host.Profiles;

namespace FlowLab.Host.Tests.Profiles;

/// <summary>What is made of the launches of some updates.</summary>
[TestFixture]
public sealed class ProfileTests
{
    private static readonly Ceilings Machine = new(200e9, 20e9, "made up");

    [Test]
    public void Rows_are_means_over_updates_and_cover_the_whole_time()
    {
        IReadOnlyList<ProfileRow> rows = ProfileRow.Of(Cell());

        Assert.That(rows.Select(row => row.Name), Is.EqualTo(new[] { "product 3 x 4 x 5", "Kernels.Add", ProfileRow.Between }), "the longest first");
        Assert.That(rows.Select(row => row.Count), Is.EqualTo(new[] { 1, 1.5, 0 }));
        Assert.That(rows[0].Seconds, Is.EqualTo(4e-3).Within(1e-9));
        Assert.That(rows[1].Seconds, Is.EqualTo(1.5e-3).Within(1e-9));
        Assert.That(rows.Sum(row => row.Seconds), Is.EqualTo(ProfileRow.TotalSeconds(Cell())).Within(1e-12));
    }

    [Test]
    public void The_ceiling_is_the_one_that_is_nearer()
    {
        IReadOnlyList<ProfileRow> rows = ProfileRow.Of(Cell());

        Assert.That(rows[0].ShareOf(Machine)!.Value.Ceiling, Is.EqualTo("FLOP"));
        Assert.That(rows[0].ShareOf(Machine)!.Value.Share, Is.EqualTo(400e6 / 4e-3 / 200e9).Within(1e-9));
        Assert.That(rows[1].ShareOf(Machine)!.Value.Ceiling, Is.EqualTo("bytes"));
        Assert.That(rows[2].ShareOf(Machine), Is.Null, "nothing is known of the time between launches");
    }

    [Test]
    public void The_page_says_nothing_where_nothing_is_known()
    {
        string[] lines = ProfilePage.Of(Machine, [Cell()]).Split('\n');

        Assert.That(lines, Does.Contain("| product 3 x 4 x 5 | 1 | 4.000 | 50.0 % | 8.00 | 2.0 | 400.0 | 100.0 | 0.50 (FLOP) |"));
        Assert.That(lines, Does.Contain("| Kernels.Add | 1.5 | 1.500 | 18.8 % | 15.00 | 10.0 |  |  | 0.50 (bytes) |"));
        Assert.That(lines, Does.Contain("| between launches |  | 2.500 | 31.2 % |  |  |  |  |  |").Or.Contain("| between launches |  | 2.500 | 31.3 % |  |  |  |  |  |"));
    }

    [Test]
    public void The_trace_has_every_launch_of_the_first_updates_within_its_update()
    {
        using var stream = new MemoryStream();
        ChromeTrace.Write(stream, [Cell()]);
        JsonElement[] events = [.. JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("traceEvents").EnumerateArray().Where(entry => entry.GetProperty("ph").GetString() == "X")];
        JsonElement[] updates = [.. events.Where(entry => entry.GetProperty("tid").GetInt32() == 0)], work = [.. events.Except(updates)];

        Assert.That((updates.Length, work.Length), Is.EqualTo((2, 5)));
        Assert.That(work.Select(entry => entry.GetProperty("name").GetString()), Has.Exactly(3).EqualTo("Kernels.Add"));
        foreach (JsonElement launch in work)
            Assert.That(updates.Count(update => Start(update) <= Start(launch) && End(launch) <= End(update)), Is.EqualTo(1));
    }

    private static double Start(JsonElement entry) => entry.GetProperty("ts").GetDouble();

    private static double End(JsonElement entry) => Start(entry) + entry.GetProperty("dur").GetDouble();

    /// <summary>Two updates of 8 ms: a product of 4 ms in each, a kernel of 1 ms once in the first and twice in the second.</summary>
    private static CellProfile Cell() => new("mine", [Step(0, 1), Step(8, 2)], 7e-3);

    private static ProfiledStep Step(int start, int launches) => new(Ticks(start), Ticks(start + 8),
    [
        new ProfiledWork("product 3 x 4 x 5", Ticks(start + 1), Ticks(start + 5), 8e6, 400e6),
        .. Enumerable.Range(5, launches).Select(at => new ProfiledWork("Kernels.Add", Ticks(start + at), Ticks(start + at + 1), 10e6, 0)),
    ]);

    private static long Ticks(int milliseconds) => milliseconds * Stopwatch.Frequency / 1000;
}
