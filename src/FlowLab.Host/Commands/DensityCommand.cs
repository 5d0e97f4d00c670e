using System.CommandLine;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Exports;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab density</c>: what trained models say of points that the user gives.</summary>
internal sealed class DensityCommand : TrainedRunCommand
{
    private readonly Option<string> _at = new("--at") { Description = "The points: a .npy file with an array (N, D), or (N, channels, height, width).", HelpName = "FILE", Required = true };
    private readonly Option<string?> _out = new("--out") { Description = "File to write, .csv, .npy or .npz, instead of lines on the terminal.", HelpName = "FILE" };
    private readonly Option<int?> _samples = new("--samples") { Description = "Latent models: draws of z per point, instead of what the manifest says.", HelpName = "N", CustomParser = WholeNumber.Parse };

    private readonly Option<bool> _json = JsonRows.CreateOption();

    private DensityCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var density = new DensityCommand();
        Command command = density.Build("density", "ln q of one's own points, or importance-sampled ln p of a latent model, for every seed.", density._at, density._out, density._samples, density._json);
        density._samples.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int number) && number < 1)
                result.AddError("--samples must be at least 1.");
        });
        return command;
    }

    /// <inheritdoc/>
    protected override int Execute(TrainedRun run, string? cell, ParseResult parsed)
    {
        string? file = parsed.GetValue(_out);
        if (file is not null && !DensityTable.Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
            throw new FlowLabException("FLR091", $"'{file}' is no name for densities: expected one that ends in {string.Join(", ", DensityTable.Extensions)}.");
        CellPlan plan = run.FindOnly(cell);
        using TrainedCell trained = run.Restore(plan, TrainedUse.Drawn);
        float[] points = NpyPoints.Read(parsed.GetValue(_at)!, DimensionOf(trained.Session.Definition));
        PointDensities densities = CellEvaluators.Of(trained.Session, Settings(plan.Manifest.Evaluation, parsed.GetValue(_samples))).LogDensitiesAt(points);
        if (file is null)
        {
            string lines = DensityTable.Csv(densities, run.Plan.Seeds);
            if (parsed.GetValue(_json))
                JsonRows.WriteCsv(parsed.InvocationConfiguration.Output, lines);
            else
                parsed.InvocationConfiguration.Output.Write(lines);
            return ExitCodes.Success;
        }
        RunFolder.MakeFolderOf(file);
        DensityTable.Write(file, densities, run.Plan.Seeds);
        parsed.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant(
            $"{Path.GetFullPath(file)}: {densities.Label}; {densities.Values[0].Length} points, {run.Plan.SeedCount}; cell {plan.Id}, {trained.Progress}{trained.Note}"));
        return ExitCodes.Success;
    }

    private static int DimensionOf(TrainingDefinition definition) => definition.Latent?.PointDimension ?? definition.Chain.Dimension;

    private static EvaluationSettings Settings(EvaluationSettings settings, int? samples) => samples is not { } number ? settings : new EvaluationSettings
    {
        ImportanceSamples = number, Points = settings.Points, Subset = settings.Subset, Samples = settings.Samples, GridResolution = settings.GridResolution, FigureResolution = settings.FigureResolution,
    };
}
