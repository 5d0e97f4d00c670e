using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json;
using System.Text;
using FlowLab.Host.Results;

namespace FlowLab.Host.Comparisons;

/// <summary>A comparison as Markdown, CSV, JSON and LaTeX.</summary>
internal static class ComparisonFormats
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The names that <c>--format</c> takes.</summary>
    public static readonly string[] Names = ["text", "markdown", "csv", "json", "latex"];

    public static string Format(Comparison comparison, string format) => format switch
    {
        "text" => ComparisonText.Format(comparison),
        "markdown" => Markdown(comparison),
        "csv" => CommaSeparated(comparison),
        "json" => JsonSerializer.Serialize(Describe(comparison), Json) + "\n",
        "latex" => Latex(comparison),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not among the names"),
    };

    private static string Markdown(Comparison comparison)
    {
        var text = new StringBuilder().Append(ComparisonText.Caption(comparison)).Append("\n\n");
        text.Append("| ").AppendJoin(" | ", ComparisonText.Columns).Append(" |\n|").Append(string.Concat(Enumerable.Repeat(" --- |", ComparisonText.Columns.Length))).Append('\n');
        foreach ((IReadOnlyList<string> row, bool isBest) in RowsWithBest(comparison))
            text.Append("| ").AppendJoin(" | ", row.Select((field, column) => isBest && column == 2 ? $"**{Escape(field)}**" : Escape(field))).Append(" |\n");
        foreach (string note in ComparisonText.Notes(comparison))
            text.Append('\n').Append(Escape(note)).Append('\n');
        return text.ToString();

        static string Escape(string field) => field.Replace("|", "\\|", StringComparison.Ordinal);
    }

    /// <summary>A record per context and pair of groups, with every digit; groups alone are in summary.csv.</summary>
    private static string CommaSeparated(Comparison comparison)
    {
        var text = new StringBuilder();
        Csv.AppendRecord(text,
        [
            .. comparison.ContextAxes, "metric", "first", "first_mean", "first_standard_error", "first_seeds", "first_fails_audit",
            "second", "second_mean", "second_standard_error", "second_seeds", "second_fails_audit",
            "pairs", "difference", "difference_standard_error", "low", "high", "confidence", "p", "corrected_p", "equal_budgets",
        ]);
        foreach (ComparisonBlock block in comparison.Blocks)
            foreach (PairedDifference difference in block.Differences)
                Csv.AppendRecord(text, [.. block.Values, comparison.Metric.Name, .. Fields(block, difference.First), .. Fields(block, difference.Second), .. Fields(difference, comparison), block.HasEqualBudgets ? "true" : "false"]);
        return text.ToString();
    }

    private static string Latex(Comparison comparison)
    {
        var text = new StringBuilder($"% {ComparisonText.Caption(comparison)}\n\\begin{{tabular}}{{ll r r r r r}}\n\\hline\n");
        text.AppendJoin(" & ", ComparisonText.Columns.Select(Escape)).Append(" \\\\\n\\hline\n");
        foreach ((IReadOnlyList<string> row, bool isBest) in RowsWithBest(comparison))
            text.AppendJoin(" & ", row.Select((field, column) => isBest && column == 2 ? $"$\\mathbf{{{Mathematics(field)}}}$" : column == 2 ? $"${Mathematics(field)}$" : Escape(field))).Append(" \\\\\n");
        text.Append("\\hline\n\\end{tabular}\n");
        foreach (string note in ComparisonText.Notes(comparison))
            text.Append("% ").Append(note).Append('\n');
        return text.ToString();

        static string Mathematics(string field) => field.Any(char.IsAsciiLetter) && !char.IsAsciiDigit(field[0]) ? $"\\text{{{Escape(field)}}}" : field.Replace("±", "\\pm", StringComparison.Ordinal);
    }

    private static string Escape(string field) =>
        string.Concat(field.Select(character => character switch
        {
            '_' or '%' or '&' or '#' or '$' or '{' or '}' => $"\\{character}",
            '\\' => "\\textbackslash{}",
            '±' => "$\\pm$",
            '<' => "$<$",
            _ => character.ToString(),
        }));

    private static IEnumerable<(IReadOnlyList<string> Row, bool IsBest)> RowsWithBest(Comparison comparison) =>
        ComparisonText.Rows(comparison).Zip(comparison.Blocks.SelectMany(block => block.Groups.Select(group => group.Name == block.Best)));

    private static IEnumerable<string> Fields(ComparisonBlock block, string name)
    {
        GroupFigures group = block.Groups.First(group => group.Name == name);
        return [name, Csv.Number(group.Statistics.Mean), Csv.Number(group.Statistics.StandardError), Csv.Number(group.Statistics.Available), group.IsFailed ? "true" : "false"];
    }

    private static IEnumerable<string> Fields(PairedDifference difference, Comparison comparison) =>
    [
        Csv.Number(difference.Pairs), Csv.Number(difference.Mean), Csv.Number(difference.StandardError), Csv.Number(difference.Low), Csv.Number(difference.High),
        Csv.Number(comparison.Confidence), Csv.Number(difference.P), Csv.Number(difference.CorrectedP),
    ];

    private static object Describe(Comparison comparison) => new
    {
        metric = new { comparison.Metric.Name, comparison.Metric.Label, comparison.Metric.Unit, comparison.Metric.LowerIsBetter },
        by = comparison.By,
        confidence = comparison.Confidence,
        contexts = comparison.Blocks.Select(block => new
        {
            axes = comparison.ContextAxes.Zip(block.Values).ToDictionary(pair => pair.First, pair => pair.Second),
            best = block.Best,
            equalBudgets = block.HasEqualBudgets,
            groups = block.Groups.Select(group => new
            {
                group.Name, group.Statistics.Mean, group.Statistics.StandardError, seeds = group.Statistics.Available, stopped = group.Statistics.Stopped,
                failsAudit = group.IsFailed, updatesTimesBatch = group.Budgets,
            }),
            differences = block.Differences,
        }),
        tally = ComparisonTally.Of(comparison),
        notes = ComparisonText.Notes(comparison),
    };
}
