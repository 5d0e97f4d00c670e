using System.Diagnostics;
using System.Globalization;

namespace FlowLab.Benchmarks.Growth;

/// <summary>How the time of an update grows with layers, dimension, batch, width and seeds: a CSV with a row per cell.</summary>
internal static class GrowthFigures
{
    private const int Rounds = 3;
    private const int Windows = 3;
    private const double WindowSeconds = 0.3;
    private const double ShortWindowSeconds = 0.02;
    private const int ShortValues = 3;

    /// <param name="file">The CSV to write.</param>
    /// <param name="isShort">The smallest sizes of every series for moments only, to see that all of it runs.</param>
    /// <param name="only">The name of a series, such as flow.batch, or its beginning; empty for all.</param>
    public static int Print(string file, bool isShort, string only)
    {
        GrowthSeries[] chosen = [.. GrowthSeries.All.Where(series => $"{series.Model}.{series.Axis}".StartsWith(only, StringComparison.Ordinal))];
        if (chosen.Length == 0)
        {
            Console.Error.WriteLine($"figures growth: --series is '{only}'; expected one of {string.Join(", ", GrowthSeries.All.Select(series => $"{series.Model}.{series.Axis}"))}, or the beginning of some.");
            return 2;
        }
        List<GrowthRow> rows = [];
        foreach (GrowthSeries series in chosen)
        {
            foreach (GrowthRow row in Measure(series, isShort))
            {
                rows.Add(row);
                string name = string.Create(CultureInfo.InvariantCulture, $"growth.{series.Model}.{series.Axis}.{row.Value}");
                Figure.Print(name, row.Milliseconds, "ms");
                Figure.Print($"{name}.over_line", row.Milliseconds / row.Expected, "x");
            }
        }
        string page = Path.ChangeExtension(file, ".md");
        File.WriteAllText(file, string.Concat(rows.Select(row => row.Csv() + "\n").Prepend(GrowthRow.Header + "\n")));
        File.WriteAllText(page, GrowthPage.Of(rows));
        Console.Error.WriteLine($"Written: {file}, {page}");
        return 0;
    }

    private static IEnumerable<GrowthRow> Measure(GrowthSeries series, bool isShort)
    {
        int[] values = [.. isShort ? series.Values.Take(ShortValues) : series.Values];
        double seconds = isShort ? ShortWindowSeconds : WindowSeconds;
        var rounds = Enumerable.Range(0, isShort ? 1 : Rounds).Select(_ => values.Select(value => Time(series, value, seconds)).ToArray()).ToArray();
        (int Value, double Median, double Least)[] times = [.. values.Select((value, at) => (value, rounds.Min(round => round[at].Median), rounds.Min(round => round[at].Least)))];
        var line = GrowthLine.Through([.. times.Select(time => (series.Of(time.Value).Work, time.Median))]);
        return times.Select(time => new GrowthRow(series, time.Value, time.Median, time.Least, line.At(series.Of(time.Value).Work)));
    }

    /// <summary>
    /// The whole series is gone through several times, and of a cell's medians the least counts: what else runs on a machine only adds time, and often for longer than a cell is looked at.
    /// </summary>
    private static (double Median, double Least) Time(GrowthSeries series, int value, double seconds)
    {
        using GrowthCell cell = series.Of(value).Open();
        Run(cell, 3 * seconds);
        double[] windows = [.. Enumerable.Range(0, Windows).Select(_ => Run(cell, seconds))];
        return (Figure.Median(windows), windows.Min());
    }

    /// <summary>Milliseconds per update.</summary>
    private static double Run(GrowthCell cell, double seconds)
    {
        cell.Session.Accelerator.Synchronize();
        var watch = Stopwatch.StartNew();
        int updates = 0;
        do
        {
            cell.Session.Step();
            updates++;
        }
        while (watch.Elapsed.TotalSeconds < seconds);
        cell.Session.Accelerator.Synchronize();
        return watch.Elapsed.TotalMilliseconds / updates;
    }
}
