using FlowLab.Host.Runs;
using Spectre.Console.Testing;

namespace FlowLab.Host.Tests.Runs;

[TestFixture]
public sealed class RunProgressTests
{
    private static readonly TimeSpan CellLeft = TimeSpan.FromSeconds(187);
    private static readonly TimeSpan RunLeft = TimeSpan.FromMinutes(125);

    [Test]
    public void Plain_lines_come_every_few_seconds_and_at_both_ends_of_a_cell()
    {
        var time = new ManualTime();
        using var output = new StringWriter { NewLine = "\n" };
        using (var progress = new PlainProgress(output, time, "free energy", "bound on -ln Z"))
        {
            progress.CellStarted(2, 36, "U1-planar-8", 10_000, 5);
            for (int update = 1000; update <= 8000; update += 1000)
            {
                time.Advance(TimeSpan.FromSeconds(2));
                progress.Stepped(update, 1234.5, -1.87654, 4, CellLeft, RunLeft, update < 5000 ? 0.5 : 1, worst: update < 5000 ? double.NaN : 12.5);
            }
            progress.CellFinished("U1-planar-8", TimeSpan.FromSeconds(61), "KL 0.012");
        }

        Assert.That(output.ToString(), Is.EqualTo(
            "cell 3/36 U1-planar-8: 10,000 updates, 5 seeds\n" +
            "cell 3/36 U1-planar-8: update 3,000/10,000, 1,235 steps/s, free energy -1.8765 (annealed, beta 0.50: no bound yet), worst sample -, seeds alive 4/5, left 3 min 07 s, run 2 h 05 min\n" +
            "cell 3/36 U1-planar-8: update 6,000/10,000, 1,235 steps/s, free energy -1.8765 (bound on -ln Z), worst sample 12.5000, seeds alive 4/5, left 3 min 07 s, run 2 h 05 min\n" +
            "cell 3/36 U1-planar-8: finished in 1 min 01 s; KL 0.012\n"));
    }

    [Test]
    public void The_live_display_shows_the_cell_and_leaves_a_line_per_finished_cell()
    {
        var time = new ManualTime();
        using TestConsole console = new TestConsole().SupportsAnsi(true).Interactive().Width(120);
        using (IRunProgress progress = RunProgress.ForTerminal(console, TextWriter.Null, time, "free energy", "bound on -ln Z"))
        {
            Assert.That(progress, Is.TypeOf<LiveProgress>());
            progress.CellStarted(0, 36, "U1-[planar]", 10_000, 5);
            time.Advance(TimeSpan.FromSeconds(1));
            progress.Stepped(2500, 812, 1.5, 5, CellLeft, RunLeft, worst: 77.25);
            progress.Stepped(2501, 999, 1.5, 5, CellLeft, RunLeft);
            progress.Note("a note with [brackets]");
            progress.CellFinished("U1-[planar]", TimeSpan.FromSeconds(12), "KL 0.5");
        }

        string text = console.Output;
        Assert.That(text, Does.Contain("cell 1/36 U1-[planar]").And.Contain("2,500/10,000").And.Contain("812 steps/s").And.Contain("1.5000 (bound on -ln Z)"));
        Assert.That(text, Does.Contain("5/5").And.Contain("worst sample").And.Contain("77.2500").And.Contain("3 min 07 s for the cell, 2 h 05 min for the run").And.Contain("a note with [brackets]").And.Contain("KL 0.5"));
        Assert.That(text, Does.Not.Contain("999 steps/s"), "within the same fifth of a second");
        Assert.That(text, Does.Contain("\u2713 cell 1/36 U1-[planar]  KL 0.5"), "the line of the cell");
    }

    [Test]
    public void Where_lines_cannot_be_renewed_they_are_plain()
    {
        using var output = new StringWriter();
        using TestConsole console = new TestConsole().SupportsAnsi(false);
        using IRunProgress progress = RunProgress.ForTerminal(console, output, new ManualTime(), "free energy", "");

        progress.Note("hello");

        Assert.That(progress, Is.TypeOf<PlainProgress>());
        Assert.That(output.ToString(), Is.EqualTo("hello" + Environment.NewLine));
    }
}
