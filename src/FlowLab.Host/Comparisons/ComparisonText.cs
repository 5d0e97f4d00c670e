using System.Text;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Comparisons;

/// <summary>The words and numbers of a comparison, the same in every format.</summary>
internal static class ComparisonText
{
    /// <summary>The columns of the table.</summary>
    public static readonly string[] Columns = ["context", "group", "mean ± standard error", "seeds", "minus the best", "corrected p", "updates x batch"];

    /// <summary>What the numbers are.</summary>
    public static string Caption(Comparison comparison)
    {
        string unit = comparison.Metric.Unit.Length == 0 ? "" : $" [{comparison.Metric.Unit}]";
        string direction = comparison.Metric.LowerIsBetter switch { true => "; lower is better", false => "; higher is better", null => "" };
        return $"{comparison.Metric.Label}{unit}{direction}; mean ± standard error over seeds. Differences from the best group are paired over the seeds that both have, with " +
            FormattableString.Invariant($"{comparison.Confidence * 100:0.##} % confidence intervals (Student's t); p-values are corrected for all pairs of groups of a context (Holm).");
    }

    /// <summary>A row per context and group.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(Comparison comparison) =>
        comparison.Blocks.SelectMany(block => block.Groups.Select(group => Row(block, group)));

    /// <summary>What a reader must know beside the table.</summary>
    public static IEnumerable<string> Notes(Comparison comparison)
    {
        foreach (ComparisonTally tally in ComparisonTally.Of(comparison))
            yield return Text(tally, comparison.Confidence);
        ComparisonBlock[] unequal = [.. comparison.Blocks.Where(block => !block.HasEqualBudgets)];
        if (unequal.Length > 0)
            yield return FormattableString.Invariant($"Budgets are not equal in {unequal.Length} of {comparison.Blocks.Count} contexts: see updates x batch. Seconds are not recorded.");
        if (comparison.Blocks.SelectMany(block => block.Groups).Any(group => group.Cells > 1))
            yield return "Several cells of a run belong to one group in one context; a seed counts once there, with the mean of its cells.";
        string[] failed = [.. comparison.Blocks.SelectMany(block => block.Groups.Where(group => group.IsFailed).Select(group => Place(block, group)))];
        if (failed.Length > 0)
            yield return $"These figures contradict others (flowlab report says how) and are never called best: {string.Join("; ", failed)}.";
        if (comparison.Blocks.SelectMany(block => block.Differences).Any(difference => difference.Pairs < 2))
            yield return "Where two groups share fewer than two seeds there is no interval and no p-value: train more seeds, the same ones for every group.";
    }

    /// <summary>A table of aligned columns.</summary>
    public static string Format(Comparison comparison)
    {
        var text = new StringBuilder(Caption(comparison)).Append('\n');
        IReadOnlyList<string>[] rows = [.. Rows(comparison)];
        int[] widths = [.. Columns.Select((column, index) => rows.Max(row => Math.Max(column.Length, row[index].Length)))];
        string context = "";
        AppendLine(text, Columns, widths, repeatsContext: false);
        foreach (IReadOnlyList<string> row in rows)
        {
            AppendLine(text, row, widths, repeatsContext: row[0] == context && context.Length > 0);
            context = row[0];
        }
        foreach (string note in Notes(comparison))
            text.Append(note).Append('\n');
        return text.ToString();
    }

    /// <summary>A figure of a group, with what the audit or missing numbers say about it.</summary>
    public static string Number(GroupFigures group) =>
        group.Statistics.Available == 0 ? group.Statistics.Missing
        : group.IsFailed ? $"{NumberText.Of(group.Statistics.Mean, group.Statistics.StandardError)} (fails the audit)"
        : NumberText.Of(group.Statistics.Mean, group.Statistics.StandardError);

    /// <summary>A difference with its interval.</summary>
    public static string Number(PairedDifference difference) => difference.Pairs switch
    {
        0 => "no shared seed",
        1 => $"{Signed(difference.Mean)} (1 pair)",
        _ => FormattableString.Invariant($"{Signed(difference.Mean)} [{NumberText.Of(difference.Low)}, {NumberText.Of(difference.High)}] ({difference.Pairs} pairs)"),
    };

    private static IReadOnlyList<string> Row(ComparisonBlock block, GroupFigures group)
    {
        PairedDifference? difference = block.FromBest(group);
        return
        [
            block.Context, group.Name, Number(group), Seeds(group.Statistics), group.Name == block.Best ? "best" : difference is null ? "" : Number(difference),
            difference is null || double.IsNaN(difference.CorrectedP) ? "" : PValue(difference.CorrectedP), string.Join("; ", group.Budgets),
        ];
    }

    private static string Seeds(SeedStatistics statistics) => statistics.Available == statistics.Seeds
        ? FormattableString.Invariant($"{statistics.Seeds}") : FormattableString.Invariant($"{statistics.Available} of {statistics.Seeds}");

    private static string Text(ComparisonTally tally, double confidence) => FormattableString.Invariant(
        $"{tally.First} is better than {tally.Second} in {tally.FirstBetter} of {tally.Contexts} contexts ({tally.FirstBetterBeyondChance} with corrected p below {1 - confidence:0.####}), worse in {tally.SecondBetter} ({tally.SecondBetterBeyondChance}).");

    private static string Place(ComparisonBlock block, GroupFigures group) => block.Context.Length == 0 ? group.Name : $"{block.Context}: {group.Name}";

    private static string Signed(double value) => value > 0 ? $"+{NumberText.Of(value)}" : NumberText.Of(value);

    private static string PValue(double p) => p < 1e-4 ? "< 0.0001" : FormattableString.Invariant($"{p:0.0000}");

    private static void AppendLine(StringBuilder text, IReadOnlyList<string> row, int[] widths, bool repeatsContext)
    {
        for (int column = 0; column < row.Count; column++)
            text.Append((column == 0 && repeatsContext ? "" : row[column]).PadRight(widths[column])).Append("  ");
        while (text[^1] == ' ')
            text.Length--;
        text.Append('\n');
    }
}
