using FlowLab.Host.Results;

namespace FlowLab.Host.Tests.Runs;

[TestFixture]
public sealed class RunFolderTests
{
    [Test]
    public void A_folder_with_other_files_is_refused_untouched()
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(temporary.In("thesis.tex"), "years of work");

        Assert.That(() => RunFolder.Create(temporary.Path), Throws.TypeOf<RunException>().With.Message.StartsWith("FLR001: the folder '" + temporary.Path + "' is not empty"));
        Assert.That(Directory.GetFileSystemEntries(temporary.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void An_empty_a_new_and_a_run_folder_are_taken()
    {
        using var temporary = new TemporaryFolder();

        Assert.That(() => RunFolder.Create(temporary.In("new/deep")), Throws.Nothing);
        Assert.That(() => SampleStore.Create(temporary.In("run")), Throws.Nothing);
        Assert.That(() => RunFolder.Create(temporary.In("run")), Throws.Nothing);
        Assert.That(RunFolder.Open(temporary.In("run")).IsRun, Is.True);
    }

    [Test]
    public void A_folder_without_a_run_is_not_opened()
    {
        using var temporary = new TemporaryFolder();

        Assert.That(() => RunFolder.Open(temporary.Path), Throws.TypeOf<RunException>().With.Message.Contains("FLR002").And.Message.Contains("no 'manifest.json'"));
        Assert.That(Directory.GetFileSystemEntries(temporary.Path), Is.Empty);
    }

    [Test]
    public void A_file_is_replaced_as_a_whole_and_leaves_no_temporary_one()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = RunFolder.Create(temporary.Path);
        folder.WriteManifest(new string('a', 1000));
        folder.WriteManifest("{ \"name\": \"\u00E9\" }");

        Assert.That(File.ReadAllBytes(folder.Manifest), Is.EqualTo("{ \"name\": \"\u00E9\" }"u8.ToArray()));
        Assert.That(Directory.GetFiles(temporary.Path), Is.EqualTo(new[] { folder.Manifest }));
    }

    [Test]
    public void A_place_that_cannot_be_written_is_named()
    {
        Assert.That(() => AtomicFile.Write("/nowhere/at/all.txt", "x"), Throws.TypeOf<RunException>().With.Message.Contains("FLR008: '/nowhere/at/all.txt'"));
    }

    [TestCase("U1-planar-8", "U1-planar-8")]
    [TestCase("../../etc/passwd", "-..-etc-passwd-")]
    [TestCase("a/b", "a-b-")]
    [TestCase("", "-")]
    public void File_names_stay_in_their_folder(string name, string start)
    {
        string safe = FileNames.Safe(name);

        Assert.That(safe, Does.StartWith(start).And.Not.Contains("/"));
        Assert.That(Path.GetFileName(safe), Is.EqualTo(safe));
    }

    [Test]
    public void Different_names_have_different_files() => Assert.That(FileNames.Safe("a/b"), Is.Not.EqualTo(FileNames.Safe("a:b")));
}
