using System.Diagnostics;

namespace FlowLab.Host.Profiles;

/// <summary>What one kernel or product does in an update, on average over those that were looked at.</summary>
/// <param name="Name">The kernel or product.</param>
/// <param name="Count">Launches per update.</param>
/// <param name="Seconds">Seconds per update.</param>
/// <param name="Bytes">Bytes per update that it has to move at least; 0 where there is nothing to say.</param>
/// <param name="Operations">Floating-point operations per update; 0 where they are not counted.</param>
internal sealed record ProfileRow(string Name, double Count, double Seconds, double Bytes, double Operations)
{
    /// <summary>The time of an update in which no kernel and no product runs.</summary>
    public const string Between = "between launches";

    /// <summary>The rows of a cell, the longest first, and what lies between them last; together they are the whole time.</summary>
    public static IReadOnlyList<ProfileRow> Of(CellProfile profile)
    {
        double steps = profile.Steps.Count;
        ProfileRow[] rows = [.. profile.Steps.SelectMany(step => step.Work).GroupBy(work => work.Name)
            .Select(group => new ProfileRow(
                group.Key, group.Count() / steps, group.Sum(work => Elapsed(work.Start, work.End)) / steps, group.Sum(work => work.Bytes) / steps,
                group.Sum(work => work.Operations) / steps))
            .OrderByDescending(row => row.Seconds)];
        double rest = TotalSeconds(profile) - rows.Sum(row => row.Seconds);
        return [.. rows, new ProfileRow(Between, 0, rest, 0, 0)];
    }

    /// <summary>Seconds of an update while it was looked at.</summary>
    public static double TotalSeconds(CellProfile profile) => profile.Steps.Average(step => Elapsed(step.Start, step.End));

    /// <summary>The share of the ceiling that is nearest; null where neither bytes nor operations are known.</summary>
    public (double Share, string Ceiling)? ShareOf(Ceilings ceilings)
    {
        double operations = Operations / Seconds / ceilings.OperationsPerSecond, bytes = Bytes / Seconds / ceilings.BytesPerSecond;
        return Bytes == 0 && Operations == 0 ? null : operations >= bytes ? (operations, "FLOP") : (bytes, "bytes");
    }

    private static double Elapsed(long start, long end) => Stopwatch.GetElapsedTime(start, end).TotalSeconds;
}
