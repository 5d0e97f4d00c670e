using System.Globalization;
using System.Text;

namespace FlowLab.Benchmarks.Results;

/// <summary>Figures as Markdown.</summary>
internal static class ResultTables
{
    private const string Ratio = "flowlab_over_";

    /// <summary>A row per case, a column per contender, and FlowLab over the best of the others.</summary>
    public static string Contest(string contest, IReadOnlyList<ResultLine> lines)
    {
        ResultLine[] rates = [.. lines.Where(line => line.Unit == "seed-steps/s")];
        string[] contenders = [.. rates.Select(line => line.Contender).Distinct()];
        string[] ratios = [.. lines.Where(line => line.Contender.StartsWith(Ratio, StringComparison.Ordinal)).Select(line => line.Contender).Distinct()];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n`figures {contest}`, seed-steps per second{Agreement(lines)}:\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", contenders)} | {string.Join(" | ", ratios.Select(ratio => "FlowLab / " + ratio[Ratio.Length..]))} |\n");
        text.Append('|').Insert(text.Length, " --- |", 1 + contenders.Length + ratios.Length).Append('\n');
        foreach (IGrouping<string, ResultLine> row in lines.Where(line => line.Unit is "seed-steps/s" or "x").GroupBy(line => line.Case))
        {
            IEnumerable<string> cells = contenders.Select(name => Of(row, name, "#,0.#")).Concat(ratios.Select(name => Of(row, name, "0.00x")));
            text.Append(CultureInfo.InvariantCulture, $"| {row.Key} | {string.Join(" | ", cells)} |\n");
        }
        return text.ToString();
    }

    /// <summary>A row per figure.</summary>
    public static string List(string contest, IReadOnlyList<ResultLine> lines)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n`figures {contest}`:\n\n| figure | value | unit |\n| --- | --- | --- |\n");
        foreach (ResultLine line in lines)
            text.Append(CultureInfo.InvariantCulture, $"| {line.Name} | {line.Value:g4} | {line.Unit} |\n");
        return text.ToString();
    }

    private static string Agreement(IReadOnlyList<ResultLine> lines)
    {
        ResultLine[] agreements = [.. lines.Where(line => line.Name.Contains(".agreement", StringComparison.Ordinal))];
        return agreements.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; the contenders' losses and gradients agree within {agreements.Max(line => line.Value):g2}");
    }

    private static string Of(IEnumerable<ResultLine> row, string contender, string format) =>
        row.FirstOrDefault(line => line.Contender == contender)?.Value.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
