using System.CommandLine;
using System.Globalization;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Exports;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab export</c>: parameters of trained cells as .safetensors, their draws and numbers as .npz.</summary>
internal sealed class ExportCommand : TrainedRunCommand
{
    private readonly Option<int> _count = CreateCount(256, "Number of draws per seed.");
    private readonly Option<string?> _out = new("--out") { Description = "Folder to write, instead of export/ of the run folder.", HelpName = "DIR" };

    private ExportCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var export = new ExportCommand();
        return export.Build("export", "Write parameters (.safetensors), draws and metrics (.npz) of every seed.", export._count, export._out);
    }

    /// <inheritdoc/>
    protected override int Execute(TrainedRun run, string? cell, ParseResult parsed)
    {
        string folder = Path.GetFullPath(parsed.GetValue(_out) ?? run.Folder.Exports);
        foreach (CellPlan plan in run.Select(cell))
        {
            using TrainedCell trained = run.Restore(plan, TrainedUse.Drawn);
            Write(run, trained, folder, parsed.GetValue(_count));
            parsed.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant(
                $"{plan.Id}: {run.Plan.Seeds.Count} {(run.Plan.Seeds.Count == 1 ? "seed" : "seeds")}, {trained.Parameters(0).Length} parameters each, {trained.Progress}{trained.Note}"));
        }
        parsed.InvocationConfiguration.Output.WriteLine($"export: {folder}");
        return ExitCodes.Success;
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
