using System.CommandLine;
using System.Globalization;
using FlowLab.Data;
using FlowLab.Engine.Latents;
using FlowLab.Host.Exports;
using FlowLab.Host.Figures;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary>What <c>encode</c> and <c>decode</c> have in common: a trained latent model, given points, a table or a picture.</summary>
internal abstract class LatentCommand : TrainedRunCommand
{
    /// <summary>Where results go.</summary>
    protected Option<string?> Out { get; } = new("--out") { Description = "File to write, .csv, .npy, .npz, .png, .svg or .pdf, instead of lines on the terminal.", HelpName = "FILE" };

    /// <summary>Lines on the terminal as JSON.</summary>
    protected Option<bool> Json { get; } = JsonRows.CreateOption();

    /// <summary>Whose picture is drawn; tables have every seed.</summary>
    protected Option<int?> Seed { get; } = new("--seed") { Description = "The seed of a picture; without it the one at the median of the run's main metric. Tables have every seed.", HelpName = "N", CustomParser = WholeNumber.Parse };

    /// <summary>What makes given intensities binary.</summary>
    protected Option<double?> Threshold { get; } = new("--threshold")
    {
        Description = "Models of binary points: take intensities above this as 1, others as 0.", HelpName = "LEVEL", CustomParser = argument =>
        {
            string text = argument.Tokens.Count == 0 ? "" : argument.Tokens[^1].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double level) && double.IsFinite(level))
                return level;
            argument.AddError($"--threshold is '{WholeNumber.Shown(text)}'; expected a number, such as 0.5.");
            return null;
        },
    };

    /// <summary>Refuses names of files that are none of the formats, before anything is computed.</summary>
    protected string? FileOf(ParseResult parsed)
    {
        string? file = parsed.GetValue(Out);
        bool isKnown = file is null || IsTable(file) || FigureFormats.IsKnown(file);
        return isKnown ? file : throw LatentErrors.NoFormat(file!);
    }

    /// <summary>Writes lines of numbers to the terminal.</summary>
    protected int Show(string csv, ParseResult parsed)
    {
        if (parsed.GetValue(Json))
            JsonRows.WriteCsv(parsed.InvocationConfiguration.Output, csv);
        else
            parsed.InvocationConfiguration.Output.Write(csv);
        return ExitCodes.Success;
    }

    /// <summary>Whether a file is written as numbers.</summary>
    protected static bool IsTable(string file) => LatentTables.Extensions.Contains(Path.GetExtension(file).ToLowerInvariant());

    /// <summary>The latent model of a cell.</summary>
    protected static LatentModel ModelOf(TrainedCell trained, string? file)
    {
        LatentModel model = trained.Session.Definition.Latent ?? throw LatentErrors.NoLatentModel(trained.Id);
        return file is null || IsTable(file) || model.Shape.IsImage ? model : throw LatentErrors.NoPicture(file, model.PointDimension);
    }

    /// <summary>[N, pixels]: given points, as the model's data are.</summary>
    protected float[] PointsOf(string file, LatentModel model, ParseResult parsed)
    {
        float[] points = NpyPoints.Read(file, model.PointDimension);
        if (parsed.GetValue(Threshold) is { } level)
            return [.. points.Select(value => value > level ? 1f : 0f)];
        int faulty = !model.Likelihood.Accepts(PointValues.Intensities) ? Array.FindIndex(points, value => value is not (0 or 1)) : -1;
        return faulty < 0 ? points : throw LatentErrors.NotBinary(file, points[faulty], faulty / model.PointDimension);
    }

    /// <summary>Writes a picture.</summary>
    protected static void Draw(string file, LabeledSheet sheet) => AtomicFile.Write(file, FigureFormats.Encode(LabeledSheetDrawing.Of(sheet), file));

    /// <summary>"cell K-2, seed 3, 200 updates", for the line that says what was written.</summary>
    protected static string Source(TrainedRun run, TrainedCell trained, int? seed)
    {
        string seeds = seed is { } one ? FormattableString.Invariant($"seed {one}") : run.Plan.SeedCount;
        return $"cell {trained.Id}, {seeds}, {trained.Progress}{trained.Note}";
    }

    /// <summary>The cell that was asked for, known to have a latent model.</summary>
    protected static CellPlan FindLatent(TrainedRun run, string? cell)
    {
        CellPlan plan = run.FindOnly(cell);
        return plan.Manifest.Model is null ? throw LatentErrors.NoLatentModel(plan.Id) : plan;
    }
}
