using System.Text;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Tuning;

/// <summary>A search in words and as a table.</summary>
internal static class TuneText
{
    /// <summary>A score with its error and number of seeds.</summary>
    public static string Score(TrialScore score) => score.IsUsable
        ? FormattableString.Invariant($"{NumberText.Of(score.Mean, score.StandardError)} ({score.Seeds} {(score.Seeds == 1 ? "seed" : "seeds")})")
        : $"not usable: {score.Fault}";

    /// <summary>tune.csv: a record per trial and rung.</summary>
    public static string Table(IReadOnlyList<SearchDimension> space, IReadOnlyList<TrialScore> scores, string metric)
    {
        var text = new StringBuilder();
        Csv.AppendRecord(text, ["trial", .. space.Select(dimension => dimension.Name), "rung", "updates", "metric", "mean", "standard_error", "seeds", "fault"]);
        foreach (TrialScore score in scores.OrderBy(score => score.Trial.Number).ThenBy(score => score.Rung))
            Csv.AppendRecord(text,
            [
                Csv.Number(score.Trial.Number), .. score.Trial.Values.Select(value => value.Label), Csv.Number(score.Rung), Csv.Number(score.Updates), metric, Csv.Number(score.Mean), Csv.Number(score.StandardError),
                Csv.Number(score.Seeds), score.Fault,
            ]);
        return text.ToString();
    }
}
