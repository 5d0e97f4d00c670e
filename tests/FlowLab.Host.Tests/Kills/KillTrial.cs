using System.Diagnostics;
using FlowLab.Host.Tests.Commands;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Kills;

/// <summary>One manifest: what it ends with if nobody disturbs it, and runs of it that somebody does.</summary>
internal sealed class KillTrial : IDisposable
{
    private const int SmallDiskMegabytes = 4;
    private const int MostLeft = 500 << 10;
    private const double Beyond = 1.1;

    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(1);

    private readonly TemporaryFolder _folder = new();
    private readonly string _manifest;
    private readonly int _code;

    // What a run takes at most: the machine may be busier at one time than at another.
    private TimeSpan _duration;

    public KillTrial(string manifest)
    {
        _manifest = _folder.In("manifest.json");
        File.WriteAllText(_manifest, manifest);
        long start = Stopwatch.GetTimestamp();
        (_code, string output, string error) = FlowLabProcess.Run(Start(_folder.In("through")));
        _duration = Stopwatch.GetElapsedTime(start);
        Assert.That((_code is 0 or 3, error), Is.EqualTo((true, "")), output);
    }

    /// <summary>Disturbs a run up to <paramref name="most"/> times at random moments, lets it go on each time, and compares what it ends with.</summary>
    public void Disturb(System.Random random, KillWay way, int most, KillTally tally)
    {
        using SmallDisk? disk = way is KillWay.DiskFull or KillWay.KilledReadOnly ? SmallDisk.Mount(SmallDiskMegabytes) : null;
        string run = disk?.In("run") ?? _folder.In("run");
        int times = random.Next(1, most + 1);
        for (int time = 0; time < times; time++)
            if (!(way == KillWay.DiskFull ? FillUp(random, disk!, run) : Kill(random, way, run)))
                break;
            else
                tally.Add(way);
        if (way == KillWay.KilledReadOnly)
            AssertRefusedReadOnly(disk!, run);
        GoOn(run, tally);
        RunComparison.AssertSame(run, _folder.In("through"));
        tally.Equal++;
        Directory.Delete(run, recursive: true);
    }

    public void Dispose() => _folder.Dispose();

    /// <returns>Whether the run was still at work.</returns>
    private bool Kill(System.Random random, KillWay way, string run)
    {
        using KilledProcess process = new(RedirectionOf(way), [.. Next(run), .. way == KillWay.TerminatedIsolated ? ["--isolate"] : Array.Empty<string>()]);
        long start = Stopwatch.GetTimestamp();
        if (!process.IsAtWorkAfter(random.NextDouble() * Beyond * _duration + Grace))
        {
            _duration = Stopwatch.GetElapsedTime(start);
            return false;
        }
        process.Signal(way switch
        {
            KillWay.Terminated or KillWay.TerminatedWithFullOutput or KillWay.TerminatedIsolated => "TERM",
            KillWay.Interrupted => "INT",
            KillWay.HungUp => "HUP",
            _ => "KILL",
        });
        return process.WaitForExit() != _code;
    }

    private bool FillUp(System.Random random, SmallDisk disk, string run)
    {
        disk.FillUpTo(random.Next(MostLeft));
        (int code, string output, string error) = FlowLabProcess.Run(Next(run));
        File.Delete(disk.In("filling"));
        if (code == _code)
            return false;
        Assert.That((code, error[..Math.Min(6, error.Length)]), Is.EqualTo((2, "FLR005")), output + error);
        return true;
    }

    private void AssertRefusedReadOnly(SmallDisk disk, string run)
    {
        disk.MakeReadOnly();
        (int code, string output, string error) = FlowLabProcess.Run(Next(run));
        Assert.That((code, error[..Math.Min(3, error.Length)]), Is.EqualTo((2, "FLR")), output + error);
        disk.MakeWritable();
    }

    private void GoOn(string run, KillTally tally)
    {
        string[] arguments = Next(run);
        if (arguments.Contains("--resume"))
            tally.Resumed++;
        else
            tally.StartedOver++;
        (int code, string output, string error) = FlowLabProcess.Run(arguments);
        Assert.That((code, error), Is.EqualTo((_code, "")), output);
    }

    private string[] Next(string run) => File.Exists(Path.Combine(run, "run.sqlite")) ? ["run", "--resume", run, "--threads", "1"] : Start(run);

    private string[] Start(string run) => ["run", _manifest, "--out", run, "--threads", "1"];

    private static string RedirectionOf(KillWay way) => way switch
    {
        KillWay.KilledWithoutOutput => ">&- 2>&-",
        KillWay.TerminatedWithFullOutput => "> /dev/full 2>&1",
        _ => "> /dev/null 2>&1",
    };
}
