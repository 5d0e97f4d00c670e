using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FlowLab.Data;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Latents;
using FlowLab.Host.Exports;
using FlowLab.Host.Figures;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab decode</c>: what a latent model makes of given latent variables, or of those along its axes.</summary>
internal sealed class DecodeCommand : LatentCommand
{
    private const int PicturesPerLine = 12;
    private const int DefaultSteps = 9;
    private const int MostSteps = 1000;
    private const double DefaultRange = 3;

    private readonly Option<string?> _at = new("--at") { Description = "Latent variables: a .npy file with an array (N, D), or (N, width of the top stochastic layer).", HelpName = "FILE" };
    private readonly Option<string?> _traverse = new("--traverse") { Description = "Go along these dimensions of the top stochastic layer, numbered from 1 and separated by commas, or 'all'.", HelpName = "DIMENSIONS" };
    private readonly Option<string?> _from = new("--from") { Description = "With --traverse: a .npy file with points; the other dimensions stay at a draw from the posterior of the first one, instead of at 0.", HelpName = "FILE" };
    private readonly Option<int> _steps = new("--steps") { Description = "With --traverse: places along each dimension.", HelpName = "N", DefaultValueFactory = _ => DefaultSteps, CustomParser = WholeNumber.ParseOrZero };
    private readonly Option<double> _range = new("--range") { Description = "With --traverse: from minus this to this; the prior's standard deviation is 1.", HelpName = "NUMBER", DefaultValueFactory = _ => DefaultRange, CustomParser = ParseRange };

    private DecodeCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var decode = new DecodeCommand();
        decode._steps.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number is < 2 or > MostSteps)
                result.AddError(FormattableString.Invariant($"--steps must be 2 to {MostSteps}."));
        });
        return decode.Build(
            "decode", "What a latent model makes of given latent variables: p(x|z), and traversals.",
            decode._at, decode._traverse, decode._from, decode._steps, decode._range, decode.Threshold, decode.Seed, decode.Out, decode.Json);
    }

    /// <inheritdoc/>
    protected override int Execute(TrainedRun run, string? cell, ParseResult parsed)
    {
        string? file = FileOf(parsed);
        if (parsed.GetValue(_at) is null == parsed.GetValue(_traverse) is null)
            throw LatentErrors.Nowhere();
        CellPlan plan = FindLatent(run, cell);
        int seed = run.SeedOf(plan, parsed.GetValue(Seed));
        bool isPicture = file is not null && !IsTable(file);
        using TrainedCell trained = run.Restore(plan, TrainedUse.Drawn, isPicture ? seed : null);
        LatentModel model = ModelOf(trained, file);
        int position = trained.PositionOf(seed);
        Traversal? traversal = TraversalOf(model, parsed);
        (float[] latents, int width) = traversal is null
            ? NpyPoints.ReadRows(parsed.GetValue(_at)!, model.Chain.Dimension, model.Widths[^1])
            : (traversal.Rows(Start(trained, position, parsed)), model.Widths[^1]);
        float[][] pictures = new LatentCoder(trained.Session).Decode(latents, width);
        if (file is null)
            return Show(LatentTables.Csv(pictures, model.PointDimension, run.Plan.Seeds), parsed);
        RunFolder.MakeFolderOf(file);
        string source = Source(run, trained, isPicture ? seed : null), what = What(model, width);
        if (!isPicture)
            LatentTables.Write(file, pictures, model.Shape, latents, width, run.Plan.Seeds);
        else
            Draw(file, traversal is null ? Sheet(model.Shape, pictures[position], $"{what}; {source}.") : Sheet(model.Shape, traversal, pictures[position], $"{what}, z from {StartText(parsed)}; {source}."));
        parsed.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant($"{Path.GetFullPath(file)}: {latents.Length / width} rows of z, {what}; {source}"));
        return ExitCodes.Success;
    }

    private static string What(LatentModel model, int width) =>
        $"{model.Likelihood.PictureLabel} of p(x|z){(width == model.Chain.Dimension ? "" : ", the layers below the top one at their means")}";

    private Traversal? TraversalOf(LatentModel model, ParseResult parsed) => parsed.GetValue(_traverse) is { } text
        ? new Traversal(Traversal.Parse(text, model.Widths[^1]), parsed.GetValue(_steps), parsed.GetValue(_range))
        : null;

    private string StartText(ParseResult parsed) => parsed.GetValue(_from) is { } file ? $"a draw of the posterior of the first point of {Path.GetFileName(file)}" : "0";

    /// <summary>[width of the top layer]: where a traversal stays along the axes that it does not go.</summary>
    private float[] Start(TrainedCell trained, int position, ParseResult parsed)
    {
        LatentModel model = trained.Session.Definition.Latent!;
        if (parsed.GetValue(_from) is not { } file)
            return new float[model.Widths[^1]];
        PosteriorDraws drawn = new LatentCoder(trained.Session).Encode(PointsOf(file, model, parsed)[..model.PointDimension], 1);
        return drawn.Latents[position][^model.Widths[^1]..];
    }

    private static LabeledSheet Sheet(PointShape shape, Traversal traversal, float[] pictures, string note)
    {
        int length = traversal.Steps * shape.Dimension;
        return new LabeledSheet(
            shape, [.. Enumerable.Range(0, traversal.Steps).Select(step => traversal.At(step).ToString("0.##", CultureInfo.InvariantCulture))],
            [.. traversal.Dimensions.Select((axis, line) => new LabeledSheet.Line(FormattableString.Invariant($"z{axis + 1}"), pictures[(line * length)..((line + 1) * length)]))], note);
    }

    private static LabeledSheet Sheet(PointShape shape, float[] pictures, string note)
    {
        int count = pictures.Length / shape.Dimension, columns = Math.Min(count, PicturesPerLine);
        return new LabeledSheet(
            shape, [.. Enumerable.Range(0, columns).Select(column => FormattableString.Invariant($"+{column}"))],
            [.. Enumerable.Range(0, (count + columns - 1) / columns).Select(line => new LabeledSheet.Line(
                FormattableString.Invariant($"rows from {line * columns}"), pictures[(line * columns * shape.Dimension)..(Math.Min((line + 1) * columns, count) * shape.Dimension)]))], note);
    }

    private static double ParseRange(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 0 ? "" : argument.Tokens[^1].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double range) && range is > 0 and < 1e6)
            return range;
        argument.AddError($"--range is '{WholeNumber.Shown(text)}'; expected a number above 0, such as 3.");
        return DefaultRange;
    }
}
