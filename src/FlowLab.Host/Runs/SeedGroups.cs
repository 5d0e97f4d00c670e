using System.Globalization;
using System.Text.RegularExpressions;
using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>
/// Which seeds of a cell are trained together where not all of them fit: groups that lie side by side in the plan's order, each with a checkpoint of its own. Groups that were begun by an
/// earlier start stay as they are, whatever fits now.
/// </summary>
internal static partial class SeedGroups
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
        if (seeds.Count == 1 || request.Start is not null)
            return null;
        Dictionary<int, int> begun = Begun(checkpoint, seeds);
        if (request.Memory is null && begun.Count == 0)
            return null;
        int most = request.Memory is { } bytes ? MostThatFit(request, cell, watch, bytes) : seeds.Count;
        HashSet<int> trained = File.Exists(checkpoint) ? [.. CheckpointFile.SeedsOf(checkpoint)] : [];
        List<IReadOnlyList<int>> groups = [];
        for (int first = 0; first < seeds.Count; first += groups[^1].Count)
        {
            int end = begun.TryGetValue(first, out int known) ? known : EndOfGroup(seeds, first, most, trained, begun);
            groups.Add([.. seeds.Skip(first).Take(end - first)]);
        }
        return groups.Count > 1 || begun.Count > 0 ? groups : null;
    }

    /// <summary>The checkpoint of a group.</summary>
    /// <param name="checkpoint">That of the cell.</param>
    /// <param name="seeds">The seeds of the group.</param>
    public static string Part(string checkpoint, IReadOnlyList<int> seeds) => FormattableString.Invariant($"{checkpoint}.seeds-{seeds[0]}-{seeds[^1]}");

    /// <summary>The groups that were begun before: where each begins in the plan's order, and where the next one would; of two that begin at one place the longer.</summary>
    private static Dictionary<int, int> Begun(string checkpoint, IReadOnlyList<int> seeds)
    {
        Dictionary<int, int> begun = [];
        if (!Directory.Exists(Path.GetDirectoryName(checkpoint)))
            return begun;
        List<int> order = [.. seeds];
        foreach (Match name in Directory.EnumerateFiles(Path.GetDirectoryName(checkpoint)!, Path.GetFileName(checkpoint) + ".seeds-*").Select(file => Ends().Match(file)).Where(name => name.Success))
        {
            int first = order.IndexOf(int.Parse(name.Groups[1].Value, CultureInfo.InvariantCulture)), end = order.IndexOf(int.Parse(name.Groups[2].Value, CultureInfo.InvariantCulture)) + 1;
            if (first >= 0 && end > Math.Max(first, begun.GetValueOrDefault(first)))
                begun[first] = end;
        }
        return begun;
    }

    /// <summary>As far as fits, up to a group that was begun before, and with either seeds that the cell's checkpoint has or others: they are at different updates.</summary>
    private static int EndOfGroup(IReadOnlyList<int> seeds, int first, int most, HashSet<int> trained, Dictionary<int, int> begun)
    {
        bool isTrained = trained.Contains(seeds[first]);
        int end = first + 1;
        while (end < seeds.Count && end - first < most && trained.Contains(seeds[end]) == isTrained && !begun.ContainsKey(end))
            end++;
        return end;
    }

    [GeneratedRegex(@"\.seeds-(-?\d+)-(-?\d+)$")]
    private static partial Regex Ends();

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
