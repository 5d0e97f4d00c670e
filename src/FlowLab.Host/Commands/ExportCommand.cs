using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Exports;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab export</c>: parameters of trained cells as .safetensors, their draws and numbers as .npz.</summary>
internal sealed class ExportCommand : TrainedRunCommand
{
    private const string Safetensors = "safetensors";
    private const string Onnx = "onnx";
    private const string TensorBoard = "tensorboard";

    private readonly Option<int> _count = CreateCount(256, "Number of draws per seed.");
    private readonly Option<string?> _out = new("--out") { Description = "Folder to write, instead of export/ of the run folder.", HelpName = "DIR" };

    private readonly Option<string> _format = new("--format")
    {
        Description = "safetensors: parameters, with draws and metrics as .npz; onnx: sampling and density of chains of flows as models for ONNX runtimes; tensorboard: training curves.", DefaultValueFactory = _ => Safetensors,
    };

    private ExportCommand() => _format.AcceptOnlyFromAmong(Safetensors, Onnx, TensorBoard);

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var export = new ExportCommand();
        return export.Build("export", "Write parameters, draws and metrics of every seed, models as ONNX, or curves for TensorBoard.", export._format, export._count, export._out);
    }

    /// <inheritdoc/>
    protected override int Execute(TrainedRun run, string? cell, ParseResult parsed)
    {
        string folder = Path.GetFullPath(parsed.GetValue(_out) ?? run.Folder.Exports);
        foreach (CellPlan plan in run.Select(cell))
        {
            if (parsed.GetValue(_format) == TensorBoard)
            {
                parsed.InvocationConfiguration.Output.WriteLine(WriteCurves(run, plan, folder));
                continue;
            }
            using TrainedCell trained = run.Restore(plan, TrainedUse.Drawn);
            if (parsed.GetValue(_format) == Onnx)
                WriteOnnx(run, trained, folder);
            else
                Write(run, trained, folder, parsed.GetValue(_count));
            parsed.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant(
                $"{plan.Id}: {run.Plan.Seeds.Count} {(run.Plan.Seeds.Count == 1 ? "seed" : "seeds")}, {trained.Parameters(0).Length} parameters each, {trained.Progress}{trained.Note}"));
        }
        parsed.InvocationConfiguration.Output.WriteLine($"export: {folder}");
        return ExitCodes.Success;
    }

    /// <summary>A folder per cell and seed, which TensorBoard takes for a run.</summary>
    private static string WriteCurves(TrainedRun run, CellPlan plan, string folder)
    {
        IReadOnlyList<CurvePoint> curve = run.ResultsOf(plan).Curve;
        foreach (IGrouping<int, CurvePoint> seed in curve.GroupBy(point => point.Seed))
        {
            string file = Path.Combine(folder, FileNames.Safe(FormattableString.Invariant($"{plan.Id}-seed{seed.Key}")), TensorBoardFile.Name);
            RunFolder.MakeFolderOf(file);
            TensorBoardFile.Write(file, seed);
        }
        return FormattableString.Invariant($"{plan.Id}: {curve.Count} points of {curve.Select(point => point.Metric).Distinct().Count()} curves; look at them with: tensorboard --logdir \"{folder}\"");
    }

    private static void WriteOnnx(TrainedRun run, TrainedCell trained, string folder)
    {
        var flows = (JsonArray)JsonNode.Parse(run.ResultsOf(trained.Plan).Cell.SettingsJson)!["flow"]!;
        for (int position = 0; position < run.Plan.Seeds.Count; position++)
        {
            string file = Path.Combine(folder, FileNames.Safe(FormattableString.Invariant($"{trained.Id}-seed{run.Plan.Seeds[position]}")));
            RunFolder.MakeFolderOf(file);
            OnnxModels.Write(file, trained, position, flows, Metadata(run, trained, position));
        }
    }

    private static void Write(TrainedRun run, TrainedCell trained, string folder, int count)
    {
        ModelSamples drawn = CellEvaluators.Of(trained.Session, trained.Plan.Manifest.Evaluation).DrawSamples(count);
        CellResults results = run.ResultsOf(trained.Plan);
        for (int position = 0; position < run.Plan.Seeds.Count; position++)
        {
            int seed = run.Plan.Seeds[position];
            string file = Path.Combine(folder, FileNames.Safe(FormattableString.Invariant($"{trained.Id}-seed{seed}")));
            RunFolder.MakeFolderOf(file);
            SafetensorsFile.Write(file + ".safetensors", trained.Session.Tensors, trained.Parameters(position), Metadata(run, trained, position), [.. trained.Session.Definition.Chain.ConstantsOf(position)]);
            IEnumerable<NpyArray> metrics = results.Metrics.Where(metric => metric.Seed == seed).Select(metric => NpyArray.Of("metric." + metric.Metric.Name, metric.Value));
            NpzFile.Write(file + ".npz", [.. SampleCommand.Arrays(drawn, position, seed), NpyArray.Of("updates", trained.State.Update), .. metrics]);
        }
    }

    private static OrderedDictionary<string, string> Metadata(TrainedRun run, TrainedCell trained, int position) => new()
    {
        ["experiment"] = run.Plan.Name,
        ["cell"] = trained.Id,
        ["seed"] = run.Plan.Seeds[position].ToString(CultureInfo.InvariantCulture),
        ["updates"] = trained.State.Update.ToString(CultureInfo.InvariantCulture),
        ["stopped_at"] = trained.State.Status[position] == 0 ? "" : trained.State.Status[position].ToString(CultureInfo.InvariantCulture),
        ["flowlab"] = RunEnvironment.FlowLabVersion,
    };
}
