using FlowLab.Engine.Evaluation;
using FlowLab.Host.Reports;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary>What the seeds of a cell say, for the terminal: every number with its full label.</summary>
internal static class EvaluationTable
{
    public static void Write(TextWriter output, CellEvaluation cell)
    {
        output.WriteLine($"{cell.Results.Id}, {cell.Progress}; mean ± standard error over seeds [best, worst]");
        foreach ((MetricDescription metric, SeedStatistics statistics) in cell.Statistics)
            output.WriteLine($"  {metric.Label}: {Numbers(metric, statistics)}");
        output.Flush();
    }

    private static string Numbers(MetricDescription metric, SeedStatistics statistics)
    {
        string unit = metric.Unit.Length == 0 ? "" : $" {metric.Unit}";
        string extremes = statistics is { Best: { } best, Worst: { } worst } ? $" [{NumberText.Of(best.Value)}, {NumberText.Of(worst.Value)}]" : "";
        string stopped = statistics.Stopped == 0 ? "" : FormattableString.Invariant($", {statistics.Stopped} of them stopped");
        return FormattableString.Invariant($"{NumberText.Of(statistics.Mean, statistics.StandardError)}{unit}{extremes}, {statistics.Seeds} {(statistics.Seeds == 1 ? "seed" : "seeds")}{stopped}");
    }
}
