using System.CommandLine;
using System.Globalization;
using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Exports;
using FlowLab.Host.Figures;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab sample</c>: draws from a trained model into a .npz or a picture.</summary>
internal sealed class SampleCommand : TrainedRunCommand
{
    private const string Numbers = ".npz";
    private const int MostOfPicture = 1_000_000;

    private static readonly EnergyGrid DefaultSquare = new(-4, 4, 1);

    private readonly Option<int?> _seed = new("--seed") { Description = "The seed; without it the one at the median of the run's main metric.", HelpName = "N", CustomParser = WholeNumber.Parse };
    private readonly Option<int> _count = CreateCount(64, 1_000_000_000, "Number of draws");
    private readonly Option<int> _first = new("--first") { Description = "How many draws of the model to skip: the next million after a million.", HelpName = "N", CustomParser = WholeNumber.ParseOrZero };
    private readonly Option<string?> _out = new("--out") { Description = "File to write, .npz, .png, .svg or .pdf, instead of a .npz in samples/ of the run folder.", HelpName = "FILE" };

    private SampleCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var sample = new SampleCommand();
        sample._first.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int first) && first < 0)
                result.AddError("--first must be 0 or more.");
        });
        return sample.Build("sample", "Draw from a trained model.", sample._seed, sample._count, sample._first, sample._out);
    }

    /// <inheritdoc/>
    protected override int Execute(TrainedRun run, string? cell, ParseResult parsed)
    {
        CellPlan plan = run.FindOnly(cell);
        int position = run.PositionOf(plan, parsed.GetValue(_seed)), seed = run.Plan.Seeds[position];
        string file = parsed.GetValue(_out) ?? Path.Combine(run.Folder.Samples, FileNames.Safe(FormattableString.Invariant($"{plan.Id}-seed{seed}")) + Numbers);
        string form = Path.GetExtension(file).ToLowerInvariant();
        if (form != Numbers && !FigureFormats.IsKnown(file))
            throw new FlowLabException("FLR034", $"'{file}' is neither {Numbers} nor a picture: {string.Join(", ", FigureFormats.Extensions)}. Give --out a name that ends in one of them.");
        using TrainedCell trained = run.Restore(plan, TrainedUse.Drawn);
        SampleStream drawn = new(CellEvaluators.Of(trained.Session, plan.Manifest.Evaluation), position, parsed.GetValue(_first), parsed.GetValue(_count));
        RunFolder.MakeFolderOf(file);
        if (form == Numbers)
            NpzFile.Write(file, [.. drawn.Arrays, NpyArray.Of("seed", seed)]);
        else if (drawn.Count > MostOfPicture)
            throw new FlowLabException("FLR034", FormattableString.Invariant($"'{file}' would be a picture of {drawn.Count} draws; expected at most {MostOfPicture}. Give --out a name that ends in {Numbers}."));
        else
            AtomicFile.Write(file, FigureFormats.Encode(Draw(trained, drawn.All(), position, file), file));
        parsed.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant(
            $"{Path.GetFullPath(file)}: {drawn.Count} {drawn.Label}; cell {plan.Id}, seed {seed}, {trained.Progress}{Stopped(trained, position)}{trained.Note}"));
        return ExitCodes.Success;
    }

    /// <summary>The draws of a seed: [N, D], or [N, Channels, Height, Width] for pictures.</summary>
    internal static NpyArray[] Arrays(ModelSamples drawn, int position, int seed)
    {
        int count = drawn.Values[position].Length / drawn.Shape.Dimension;
        int[] shape = drawn.Shape.IsImage ? [count, drawn.Shape.Channels, drawn.Shape.Height, drawn.Shape.Width] : [count, drawn.Shape.Dimension];
        return [NpyArray.Of("samples", drawn.Values[position], shape), NpyArray.Of("seed", seed)];
    }

    private static Drawing Draw(TrainedCell trained, ModelSamples drawn, int position, string file)
    {
        int count = drawn.Values[position].Length / drawn.Shape.Dimension;
        if (drawn.Shape.IsImage)
            return SheetDrawing.Of(new ImageSheet(ImageSheet.Samples, drawn.Label, drawn.Shape, count, drawn.Values[position]));
        if (drawn.Shape == new PointShape(1, 1, 2))
            return ScatterDrawing.Of(drawn.Values[position], SquareOf(trained.Session.Definition));
        throw new FlowLabException("FLR034", FormattableString.Invariant(
            $"'{file}' would be a picture, but the {drawn.Label} have {drawn.Shape.Dimension} numbers each; expected two, or an image. Give --out a name that ends in {Numbers}."));
    }

    /// <summary>The square that the target's figures show.</summary>
    private static EnergyGrid SquareOf(TrainingDefinition definition) => definition.Energy?.FigureGrid ?? definition.Data?.FigureGrid ?? DefaultSquare;

    private static string Stopped(TrainedCell trained, int position) =>
        trained.State.Status[position] == 0 ? "" : FormattableString.Invariant($"; this seed was stopped at update {trained.State.Status[position]}, its parameters are those before");
}
