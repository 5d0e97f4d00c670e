using System.CommandLine;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Latents;
using FlowLab.Host.Exports;
using FlowLab.Host.Figures;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab encode</c>: draws from the posterior of given points, and what the model makes of them again.</summary>
internal sealed class EncodeCommand : LatentCommand
{
    private const int PicturesPerLine = 12;

    private readonly Option<string> _at = new("--at") { Description = "The points: a .npy file with an array (N, D), or (N, channels, height, width).", HelpName = "FILE", Required = true };
    private readonly Option<int> _count = CreateCount(1, "Draws of z per point.");

    private EncodeCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var encode = new EncodeCommand();
        return encode.Build("encode", "Draw latent variables of one's own points from q(z|x), and reconstruct the points.", encode._at, encode._count, encode.Threshold, encode.Seed, encode.Out, encode.Json);
    }

    /// <inheritdoc/>
    protected override int Execute(TrainedRun run, string? cell, ParseResult parsed)
    {
        string? file = FileOf(parsed);
        CellPlan plan = FindLatent(run, cell);
        int? seed = file is null || IsTable(file) ? null : run.SeedOf(plan, parsed.GetValue(Seed));
        using TrainedCell trained = run.Restore(plan, TrainedUse.Drawn, seed);
        LatentModel model = ModelOf(trained, file);
        float[] points = PointsOf(parsed.GetValue(_at)!, model, parsed);
        PosteriorDraws drawn = new LatentCoder(trained.Session).Encode(points, parsed.GetValue(_count));
        if (file is null)
            return Show(LatentTables.Csv(drawn, run.Plan.Seeds), parsed);
        RunFolder.MakeFolderOf(file);
        if (seed is { } one)
            Draw(file, Sheet(model, points, drawn.Reconstructions[trained.PositionOf(one)], Source(run, trained, one)));
        else
            LatentTables.Write(file, drawn, model.Shape, run.Plan.Seeds);
        parsed.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant(
            $"{Path.GetFullPath(file)}: {points.Length / model.PointDimension} points, {What(seed, model, drawn)}; {Source(run, trained, seed)}"));
        return ExitCodes.Success;
    }

    private static string What(int? seed, LatentModel model, PosteriorDraws drawn) => seed is null
        ? FormattableString.Invariant($"{drawn.Draws} draws of z from q(z|x) each, with ln q{(model.Chain.HasAuxiliary ? " of z and its auxiliary variables" : "")}")
        : $"and {model.Likelihood.PictureLabel} of p(x|z), one draw of z from q(z|x) each";

    /// <summary>Given points, and below each what the model makes of it.</summary>
    private static LabeledSheet Sheet(LatentModel model, float[] points, float[] reconstructions, string source)
    {
        int size = model.PointDimension, count = points.Length / size, columns = Math.Min(count, PicturesPerLine);
        List<LabeledSheet.Line> lines = [];
        for (int first = 0; first < count; first += columns)
        {
            Range shown = (first * size)..(Math.Min(first + columns, count) * size);
            lines.Add(new LabeledSheet.Line(FormattableString.Invariant($"points from {first}"), points[shown]));
            lines.Add(new LabeledSheet.Line("reconstructed", reconstructions[shown]));
        }
        string[] heads = [.. Enumerable.Range(0, columns).Select(column => FormattableString.Invariant($"+{column}"))];
        return new LabeledSheet(model.Shape, heads, lines, $"Reconstructions are {model.Likelihood.PictureLabel} of p(x|z), one draw of z from q(z|x) each; {source}.");
    }
}
