using System.Formats.Tar;
using FlowLab.Data;
using FlowLab.Host.DataFiles;

namespace FlowLab.Host.Tests.DataFiles;

/// <summary>Downloads from a mirror on this machine that misbehaves in every way that mirrors do.</summary>
public sealed class DataDownloaderTests
{
    private const int Length = 300_000;

    private static readonly byte[] Content = DownloadBench.Content(Length);

    private DownloadBench _bench = null!;

    [SetUp]
    public void CreateBench() => _bench = new DownloadBench();

    [TearDown]
    public void DisposeBench() => _bench.Dispose();

    [Test]
    public void A_file_arrives_and_nothing_else_stays()
    {
        string path = _bench.Get(File("folder/name.bin"));

        Assert.That(path, Is.EqualTo(Path.Combine(_bench.Folder.Path, "folder", "name.bin")));
        Assert.That(System.IO.File.ReadAllBytes(path), Is.EqualTo(Content));
        Assert.That(_bench.Stored(), Is.EqualTo(new[] { "folder/name.bin" }));
        Assert.That(Directory.Exists(_bench.Folder.Downloads), Is.False);
    }

    [Test]
    public void A_compressed_file_stays_compressed_whatever_its_address_is_called()
    {
        byte[] compressed = DownloadBench.Gzip(Content);
        string path = _bench.Get(DownloadBench.Describe("name.bin", Content, new DataMirror(_bench.Mirror.Offer("other", compressed))));

        Assert.That(_bench.Stored(), Is.EqualTo(new[] { "name.bin.gz" }));
        Assert.That(System.IO.File.ReadAllBytes(path), Is.EqualTo(compressed));
    }

    [Test]
    public void A_file_that_is_there_is_not_downloaded_again()
    {
        DataFile file = File("name.bin");
        _bench.Get(file);
        _bench.Get(file);
        Assert.That(_bench.Mirror.Requests, Has.Count.EqualTo(1));
        Assert.That(_bench.Notes, Does.Contain("name.bin: there already"));
    }

    [Test]
    public void A_broken_connection_is_taken_up_where_it_broke()
    {
        string path = _bench.Get(File("name.bin", new() { BreaksAfter = 100_000 }, new() { BreaksAfter = 50_000 }));

        Assert.That(System.IO.File.ReadAllBytes(path), Is.EqualTo(Content));
        Assert.That(_bench.Mirror.Requests, Is.EqualTo(new[]
        {
            ("name.bin", null, null), ("name.bin", "bytes=100000-", "\"one\""), ("name.bin", "bytes=150000-", (string?)"\"one\""),
        }));
    }

    [Test]
    public void A_download_that_was_given_up_goes_on_in_the_next_command()
    {
        DataFile file = File("name.bin", new MirrorAnswer { BreaksAfter = 100_000 }, new MirrorAnswer { Status = 503 });
        Assert.That(() => _bench.Get(file, DownloadBench.Impatient(2)), Throws.TypeOf<FlowLabDataException>().With.Property("Number").EqualTo("FLD024"));
        Assert.That(_bench.Stored(), Has.Exactly(1).EndsWith("-name.bin.part"));

        Assert.That(System.IO.File.ReadAllBytes(_bench.Get(file)), Is.EqualTo(Content));
        Assert.That(_bench.Mirror.Requests.Last().Range, Is.EqualTo("bytes=100000-"));
        Assert.That(_bench.Notes, Has.Some.EqualTo($"name.bin: from {file.Mirrors[0].Url}, going on after 100.0 kB"));
        Assert.That(_bench.Stored(), Is.EqualTo(new[] { "name.bin" }));
    }

    [Test]
    public void An_interrupted_download_is_kept()
    {
        using var interrupt = new CancellationTokenSource();
        _bench.OnAdvance = bytes => interrupt.Cancel();
        DataFile file = File("name.bin", new MirrorAnswer { BreaksAfter = 120_000, Hangs = true });
        Assert.That(() => _bench.Get(file, new DownloadSettings(), interrupt.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(System.IO.File.ReadAllBytes(_bench.Get(file)), Is.EqualTo(Content));
        Assert.That(_bench.Mirror.Requests.Last().Range, Does.StartWith("bytes="));
    }

    [Test]
    public void Another_version_on_the_mirror_is_not_mixed_with_the_first()
    {
        byte[] old = DownloadBench.Content(Length, seed: 2);
        string url = _bench.Mirror.Offer("name.bin", old, new MirrorAnswer { BreaksAfter = 100_000 }, new MirrorAnswer { Status = 503 });
        DataFile file = DownloadBench.Describe("name.bin", Content, new DataMirror(url));
        Assert.That(() => _bench.Get(file, DownloadBench.Impatient(2)), Throws.TypeOf<FlowLabDataException>());

        _bench.Mirror.Offer("name.bin", Content);
        _bench.Mirror.ETag = "\"two\"";
        Assert.That(System.IO.File.ReadAllBytes(_bench.Get(file)), Is.EqualTo(Content));
        Assert.That(_bench.Mirror.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public void Parts_of_a_version_that_the_mirror_does_not_name_are_found_out_by_the_checksum()
    {
        _bench.Mirror.ETag = null;
        byte[] old = DownloadBench.Content(Length, seed: 2);
        string url = _bench.Mirror.Offer("name.bin", old, new MirrorAnswer { BreaksAfter = 100_000 }, new MirrorAnswer { Status = 503 });
        DataFile file = DownloadBench.Describe("name.bin", Content, new DataMirror(url));
        Assert.That(() => _bench.Get(file, DownloadBench.Impatient(2)), Throws.TypeOf<FlowLabDataException>());

        _bench.Mirror.Offer("name.bin", Content);
        Assert.That(System.IO.File.ReadAllBytes(_bench.Get(file)), Is.EqualTo(Content));
        Assert.That(_bench.Mirror.Requests.Select(request => request.Range), Is.EqualTo(new[] { null, "bytes=100000-", "bytes=100000-", null }));
        Assert.That(_bench.Notes, Has.Some.EndsWith("parts of it are from an earlier attempt, so it is downloaded anew"));
    }

    [Test]
    public void A_mirror_without_ranges_begins_anew()
    {
        string path = _bench.Get(File("name.bin", new() { BreaksAfter = 100_000 }, new() { IgnoresRange = true }));
        Assert.That(System.IO.File.ReadAllBytes(path), Is.EqualTo(Content));
    }

    [Test]
    public void A_download_that_was_complete_is_only_checked()
    {
        DataFile file = File("name.bin");
        string waiting = DataDownloader.WaitingPlace(_bench.Folder, file.Mirrors[0]);
        Directory.CreateDirectory(_bench.Folder.Downloads);
        System.IO.File.WriteAllBytes(waiting + ".part", Content);
        Assert.That(System.IO.File.ReadAllBytes(_bench.Get(file)), Is.EqualTo(Content));
        Assert.That(_bench.Mirror.Requests.Single().Range, Is.EqualTo($"bytes={Length}-"));
        Assert.That(_bench.Stored(), Is.EqualTo(new[] { "name.bin" }));
    }

    [Test]
    public void A_mirror_with_another_content_is_passed_over()
    {
        string wrong = _bench.Mirror.Offer("wrong.bin", DownloadBench.Content(Length, seed: 3));
        string right = _bench.Mirror.Offer("right.bin", Content);
        string path = _bench.Get(DownloadBench.Describe("name.bin", Content, new DataMirror(wrong), new DataMirror(right)));

        Assert.That(System.IO.File.ReadAllBytes(path), Is.EqualTo(Content));
        Assert.That(_bench.Stored(), Is.EqualTo(new[] { "name.bin" }));
        Assert.That(_bench.Notes, Has.Some.Match($"{wrong}: it has another content: expected 300,000 bytes with SHA-256 [0-9a-f]{{64}}, found 300,000 bytes with SHA-256 [0-9a-f]{{64}}$"));
    }

    [Test]
    public void A_file_that_is_not_on_the_mirror_is_looked_for_on_the_next()
    {
        string right = _bench.Mirror.Offer("right.bin", Content);
        _bench.Get(DownloadBench.Describe("name.bin", Content, new DataMirror($"{_bench.Mirror.Address}/missing.bin"), new DataMirror(right)));
        Assert.That(_bench.Mirror.Requests.Select(request => request.Name), Is.EqualTo(new[] { "missing.bin", "right.bin" }));
        Assert.That(_bench.Stored(), Is.EqualTo(new[] { "name.bin" }));
    }

    [Test]
    public void A_busy_mirror_is_asked_again()
    {
        _bench.Get(File("name.bin", new() { Status = 503 }, new() { Status = 429 }));
        Assert.That(_bench.Mirror.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public void Without_a_mirror_the_steps_by_hand_are_named()
    {
        DataFile file = DownloadBench.Describe("folder/name.bin", Content, new DataMirror($"{_bench.Mirror.Address}/name.bin.gz"), new DataMirror("http://127.0.0.1:1/name.bin"));
        FlowLabDataException refusal = Assert.Throws<FlowLabDataException>(() => _bench.Get(file))!;
        string place = Path.Combine(_bench.Folder.Path, "folder", "name.bin.gz");
        Assert.That(refusal.Message.ReplaceLineEndings("\n"), Is.EqualTo(
            $"FLD024 folder/name.bin: the file could not be downloaded; expected one of 2 mirrors to give it; found {file.Mirrors[0].Url}: the mirror answers 404 Not Found; " +
            $"http://127.0.0.1:1/name.bin: no connection (Connection refused); without a connection, do this by hand:\n" +
            $"  1. on a machine with a connection, download {file.Mirrors[0].Url}\n" +
            $"  2. copy the file to {place}\n" +
            $"  3. check it: flowlab data verify folder/name.bin --data \"{_bench.Folder.Path}\""));
        Assert.That(_bench.Stored(), Is.Empty);
    }

    [Test]
    public void A_host_that_cannot_be_reached_is_asked_once()
    {
        using var downloader = new DataDownloader(_bench.Folder, DownloadBench.Impatient(3), _bench);
        foreach (string name in (string[])["a", "b"])
        {
            DataFile file = DownloadBench.Describe(name, Content, new DataMirror($"http://127.0.0.1:1/{name}"));
            Assert.That(() => downloader.GetAsync(file, default).GetAwaiter().GetResult(), Throws.TypeOf<FlowLabDataException>());
        }
        Assert.That(_bench.Notes.Where(note => note.Contains(": from ", StringComparison.Ordinal)), Has.Exactly(1).Items);
    }

    [Test]
    public void A_silent_mirror_is_given_up([Values(0, 1000)] int sent)
    {
        var silent = new MirrorAnswer { BreaksAfter = sent, Hangs = true };
        DataFile file = File("name.bin", silent, silent, silent, silent);
        Assert.That(() => _bench.Get(file, DownloadBench.Impatient(1) with { StallTimeout = TimeSpan.FromMilliseconds(500) }), Throws.TypeOf<FlowLabDataException>().With.Message.Contains("no byte came for 0.5 s"));
    }

    [Test]
    public void A_mirror_that_sends_too_much_is_given_up([Values] bool saysLength)
    {
        byte[] endless = new byte[3_000_000];
        string url = _bench.Mirror.Offer("name.bin", endless, new MirrorAnswer { HasNoLength = !saysLength });
        Assert.That(() => _bench.Get(DownloadBench.Describe("name.bin", Content, new DataMirror(url))),
            Throws.TypeOf<FlowLabDataException>().With.Message.Contains("the mirror has more than the 1,348,876 bytes that are expected"));
        Assert.That(_bench.Stored(), Is.Empty);
    }

    [Test]
    public void A_bomb_is_inflated_no_further_than_the_content_is_long()
    {
        string url = _bench.Mirror.Offer("name.bin.gz", DownloadBench.Gzip(new byte[50_000_000]));
        long before = GC.GetTotalAllocatedBytes();
        Assert.That(() => _bench.Get(DownloadBench.Describe("name.bin", Content, new DataMirror(url))),
            Throws.TypeOf<FlowLabDataException>().With.Message.Contains("found it is longer than 300,000 bytes"));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(20_000_000));
        Assert.That(_bench.Stored(), Is.Empty);
    }

    [Test]
    public void A_cut_off_compressed_file_is_refused()
    {
        byte[] compressed = DownloadBench.Gzip(Content);
        string url = _bench.Mirror.Offer("name.bin.gz", compressed[..^1000]);
        Assert.That(() => _bench.Get(DownloadBench.Describe("name.bin", Content, new DataMirror(url))), Throws.TypeOf<FlowLabDataException>());
        Assert.That(_bench.Stored(), Is.Empty);
    }

    [Test]
    public void Files_of_one_archive_are_one_download([Values] bool isCompressed)
    {
        byte[] second = DownloadBench.Content(1000, seed: 5);
        byte[] archive = Archive(("x/readme", [1]), ("x/one.bin", Content), ("x/two.bin", second));
        string url = _bench.Mirror.Offer("archive", isCompressed ? DownloadBench.Gzip(archive) : archive);
        IReadOnlyList<string> places = _bench.Get(
        [
            DownloadBench.Describe("x/one.bin", Content, new DataMirror(url) { Member = "x/one.bin", MaximumBytes = 1_000_000 }),
            DownloadBench.Describe("x/two.bin", second, new DataMirror(url) { Member = "x/two.bin", MaximumBytes = 1_000_000 }),
        ]);
        Assert.That(places.Select(System.IO.File.ReadAllBytes), Is.EqualTo(new[] { Content, second }));
        Assert.That(_bench.Mirror.Requests, Has.Count.EqualTo(1));
        Assert.That(_bench.Stored(), Is.EqualTo(new[] { "x/one.bin", "x/two.bin" }));
    }

    [Test]
    public void An_archive_without_the_member_or_with_a_longer_one_or_damaged_is_refused()
    {
        AssertRefused(Archive(("other", Content)), "the archive has no member one.bin");
        AssertRefused(Archive(("one.bin", new byte[Length + 1])), "it has more than 300,000 bytes");
        AssertRefused(DownloadBench.Gzip(Archive(("one.bin", Content)))[..200_000], "");
        AssertRefused(DownloadBench.Content(5000), "");
        AssertRefused([], "");
    }

    [Test]
    public void The_data_is_found_in_another_wrapper()
    {
        byte[] prefix = Content[..128];
        string url = _bench.Mirror.Offer("faces.mat", [.. DownloadBench.Content(184, seed: 6), .. Content[128..], 1, 2, 3]);
        string path = _bench.Get(DownloadBench.Describe("faces.npy", Content, new DataMirror(url) { Prefix = prefix }));
        Assert.That(System.IO.File.ReadAllBytes(path), Is.EqualTo(Content));
        Assert.That(_bench.Stored(), Is.EqualTo(new[] { "faces.npy" }));
    }

    [Test]
    public void Data_that_a_wrapper_does_not_hold_as_a_block_is_refused()
    {
        string url = _bench.Mirror.Offer("faces.mat", [.. Content[128..5000], 0, .. Content[5000..]]);
        Assert.That(() => _bench.Get(DownloadBench.Describe("faces.npy", Content, new DataMirror(url) { Prefix = Content[..128] })),
            Throws.TypeOf<FlowLabDataException>().With.Message.Contains("the mirror's file does not hold the data as one block"));
        Assert.That(_bench.Stored(), Is.Empty);
    }

    [Test]
    public void What_was_there_with_another_content_is_set_aside()
    {
        DataFile file = File("name.bin");
        Directory.CreateDirectory(_bench.Folder.Path);
        System.IO.File.WriteAllBytes(_bench.Folder.PlaceOf(file, isCompressed: false), [1]);
        System.IO.File.WriteAllBytes(_bench.Folder.PlaceOf(file, isCompressed: true), [2]);
        Assert.That(System.IO.File.ReadAllBytes(_bench.Get(file)), Is.EqualTo(Content));
        Assert.That(_bench.Stored(), Is.EqualTo(new[] { "name.bin", "name.bin.gz.wrong", "name.bin.wrong" }));
    }

    [Test]
    public void A_second_process_is_refused()
    {
        DataFile file = File("name.bin");
        using PartialDownload other = PartialDownload.Open(DataDownloader.WaitingPlace(_bench.Folder, file.Mirrors[0]));
        Assert.That(() => _bench.Get(file), Throws.TypeOf<FlowLabDataException>().With.Message.Match("^FLD026 .*name.bin.part: another process is downloading this file;"));
    }

    [Test]
    public void A_folder_that_cannot_be_written_is_refused()
    {
        System.IO.File.WriteAllText(_bench.Folder.Path, "a file where the folder should be");
        Assert.That(() => _bench.Get(File("name.bin")), Throws.TypeOf<FlowLabDataException>().With.Message.StartWith("FLD025 "));
        System.IO.File.Delete(_bench.Folder.Path);
    }

    private DataFile File(string name, params MirrorAnswer[] answers) =>
        DownloadBench.Describe(name, Content, new DataMirror(_bench.Mirror.Offer(name, Content, answers)));

    private void AssertRefused(byte[] archive, string why)
    {
        string url = _bench.Mirror.Offer("archive", archive);
        DataFile file = DownloadBench.Describe("one.bin", Content, new DataMirror(url) { Member = "one.bin", MaximumBytes = 1_000_000 });
        Assert.That(() => _bench.Get(file), Throws.TypeOf<FlowLabDataException>().With.Property("Number").EqualTo("FLD024").And.Message.Contains(why));
        Assert.That(_bench.Stored(), Is.Empty);
    }

    private static byte[] Archive(params (string Name, byte[] Content)[] members)
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Ustar))
            foreach ((string name, byte[] content) in members)
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        return stream.ToArray();
    }
}
