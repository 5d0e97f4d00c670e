using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>
/// Which seeds of a cell are trained together where not all of them fit: groups that lie side by side in the plan's order, each with a checkpoint of its own. Groups that were begun by an
/// earlier start stay as they are, whatever fits now.
/// </summary>
internal static class SeedGroups
{
    /// <summary>The groups; null where all seeds are trained together.</summary>
    /// <param name="request">The run.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="watch">The watch of the cell.</param>
    /// <exception cref="CellGivenUpException">FLR050: one seed is too large.</exception>
    public static IReadOnlyList<IReadOnlyList<int>>? Of(RunRequest request, CellPlan cell, CellWatch watch)
    {
        IReadOnlyList<int> seeds = request.Plan.Seeds;
        string checkpoint = request.Folder.Checkpoint(cell.Id);
        if (seeds.Count == 1 || request.Start is not null || (request.Memory is null && !HasParts(checkpoint)))
            return null;
        int most = request.Memory is { } bytes ? MostThatFit(request, cell, watch, bytes) : seeds.Count;
        IReadOnlyList<int> known = File.Exists(checkpoint) ? CheckpointFile.SeedsOf(checkpoint) : [];
        List<IReadOnlyList<int>> groups = [];
        for (int first = 0; first < seeds.Count; first += groups[^1].Count)
        {
            int end = EndOfPart(checkpoint, seeds, first) ?? EndOfGroup(checkpoint, seeds, first, most, known);
            groups.Add([.. seeds.Skip(first).Take(end - first)]);
        }
        return groups.Count > 1 || HasParts(checkpoint) ? groups : null;
    }

    /// <summary>The checkpoint of a group.</summary>
    /// <param name="checkpoint">That of the cell.</param>
    /// <param name="seeds">The seeds of the group.</param>
    public static string Part(string checkpoint, IReadOnlyList<int> seeds) => FormattableString.Invariant($"{checkpoint}.seeds-{seeds[0]}-{seeds[^1]}");

    private static bool HasParts(string checkpoint) =>
        Directory.Exists(Path.GetDirectoryName(checkpoint)!) && Directory.EnumerateFiles(Path.GetDirectoryName(checkpoint)!, Path.GetFileName(checkpoint) + ".seeds-*").Any(file => !file.EndsWith(".tmp", StringComparison.Ordinal));

    /// <summary>Where a group ends that was begun before; null if none was at this place.</summary>
    private static int? EndOfPart(string checkpoint, IReadOnlyList<int> seeds, int first)
    {
        for (int end = seeds.Count; end > first; end--)
            if (File.Exists(Part(checkpoint, [seeds[first], seeds[end - 1]])))
                return end;
        return null;
    }

    /// <summary>As far as fits, up to a group that was begun before, and with either seeds that the cell's checkpoint has or others: they are at different updates.</summary>
    private static int EndOfGroup(string checkpoint, IReadOnlyList<int> seeds, int first, int most, IReadOnlyList<int> known)
    {
        bool isKnown = known.Contains(seeds[first]);
        int end = first + 1;
        while (end < seeds.Count && end - first < most && known.Contains(seeds[end]) == isKnown && EndOfPart(checkpoint, seeds, end) is null)
            end++;
        return end;
    }

    /// <summary>By what one seed and two of them take for an update.</summary>
    private static int MostThatFit(RunRequest request, CellPlan cell, CellWatch watch, long bytes)
    {
        watch.Building();
        long one = BytesOf(request, cell, [request.Plan.Seeds[0]]), two = BytesOf(request, cell, [request.Plan.Seeds[0], request.Plan.Seeds[1]]);
        watch.Working();
        return one <= bytes ? 1 + (int)Math.Min(request.Plan.Seeds.Count, (bytes - one) / Math.Max(1, two - one)) : throw new CellGivenUpException("", RunErrors.SeedTooLarge(cell.Id, one, bytes));
    }

    private static long BytesOf(RunRequest request, CellPlan cell, IReadOnlyList<int> seeds)
    {
        using TrainingSession session = new(request.Factory.Create(cell.Manifest, seeds), request.Device.Accelerator);
        if (!session.IsFinished)
            session.Step();
        request.Device.Accelerator.Synchronize();
        return session.HeldBytes;
    }
}
