namespace FlowLab.Architecture.Tests;

/// <summary>The figures of <c>docs/architecture.md</c>. After an intended change run this test once with FLOWLAB_UPDATE_SNAPSHOTS=1.</summary>
[TestFixture]
internal sealed class MapTests
{
    private const string UpdateVariable = "FLOWLAB_UPDATE_SNAPSHOTS";
    private const string Begin = "<!-- rooms: written by MapTests -->\n";
    private const string End = "<!-- end of rooms -->\n";

    [Test]
    public void The_page_draws_the_rooms_as_they_are()
    {
        string path = Path.Combine(House.Repository, "docs", "architecture.md");
        string page = File.ReadAllText(path);
        int first = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.That((first >= Begin.Length, end >= first), Is.EqualTo((true, true)), $"{path} has no place for the figures");
        string map = RoomMap.OfHouse();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(path, page = page[..first] + map + page[end..]);
        else
            Assert.That(page[first..end], Is.EqualTo(map), $"The rooms have changed. If that is intended, run this test with {UpdateVariable}=1 and commit {path}.");
    }
}
