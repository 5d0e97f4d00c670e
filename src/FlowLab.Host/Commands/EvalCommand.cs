using System.CommandLine;
using FlowLab.Engine.Auditing;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab eval</c>: measures trained cells again, with other settings of the evaluation.</summary>
internal sealed class EvalCommand : TrainedRunCommand
{
    private readonly Option<string[]> _sets = new("--set")
    {
        Description = "Change how cells are measured, such as --set evaluation.samples=100000. Can be repeated.",
        HelpName = "evaluation.NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _out = new("--out") { Description = "File to write, instead of the next eval-<n>.csv of the run folder.", HelpName = "FILE" };

    private readonly Option<bool> _json = JsonRows.CreateOption();

    private EvalCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var eval = new EvalCommand();
        return eval.Build("eval", "Measure trained cells again and write eval-<n>.csv into the run folder.", eval._sets, eval._out, eval._json);
    }

    /// <inheritdoc/>
    protected override int Execute(TrainedRun run, string? cell, ParseResult parsed)
    {
        string[] sets = parsed.GetValue(_sets) ?? [];
        IReadOnlyList<CellPlan> cells = run.Select(cell);
        var faults = new FaultCollector();
        EvaluationSettings[] settings = [.. cells.Select(plan => EvaluationOverrides.Apply(run.ResultsOf(plan).Cell.SettingsJson, sets, faults))];
        if (faults.Faults.Count > 0)
            return FaultReport.Write(parsed.InvocationConfiguration.Error, "--set", faults.Faults, []);
        List<CellEvaluation> measured = [];
        foreach ((CellPlan plan, EvaluationSettings own) in cells.Zip(settings))
        {
            measured.Add(Measure(run, plan, own));
            if (!parsed.GetValue(_json))
                EvaluationTable.Write(parsed.InvocationConfiguration.Output, measured[^1]);
        }
        string table = EvaluationCsv.Write(run.Folder, parsed.GetValue(_out), run.Plan.Axes, measured);
        if (parsed.GetValue(_json))
            JsonRows.Write(parsed.InvocationConfiguration.Output, measured.SelectMany(EvaluationTable.Rows));
        else
            parsed.InvocationConfiguration.Output.WriteLine($"table: {table}");
        return measured.Any(IsFaulty) ? ExitCodes.FinishedWithFaults : ExitCodes.Success;
    }

    private static bool IsFaulty(CellEvaluation evaluation) =>
        evaluation.Results.Metrics.Any(metric => metric.IsStopped) || evaluation.Results.Audit.Any(finding => finding.Severity == AuditSeverity.Failure);

    private static CellEvaluation Measure(TrainedRun run, CellPlan plan, EvaluationSettings settings)
    {
        using TrainedCell trained = run.Restore(plan, TrainedUse.Measured);
        AuditedFigures figures = AuditedFigures.Of(CellEvaluators.Of(trained.Session, settings).Measure());
        return new CellEvaluation(run.ResultsOf(plan) with { Metrics = figures.Metrics, Audit = figures.Findings, UpdatesDone = trained.State.Update }, trained.Progress, settings);
    }
}
