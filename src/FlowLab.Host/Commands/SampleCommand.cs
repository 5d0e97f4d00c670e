using System.CommandLine;
using System.CommandLine.Parsing;
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
    private const long UsualCount = 64;
    private const int MostInPicture = 1_000_000;
    private const int MostMoves = 1_000_000;
    private const double UsualStep = 0.05;

    private static readonly EnergyGrid DefaultSquare = new(-4, 4, 1);

    private readonly Option<int?> _seed = new("--seed") { Description = "The seed; without it the one at the median of the run's main metric.", HelpName = "N", CustomParser = WholeNumber.Parse };
    private readonly Option<long> _count = new("--count") { Description = "Number of draws, as many as one likes; memory does not depend on it.", HelpName = "N", DefaultValueFactory = _ => UsualCount, CustomParser = ParseCount };
    private readonly Option<bool> _stream = new("--stream") { Description = "Write the draws as lines of numbers to the terminal or a pipe, with ln q behind each." };
    private readonly Option<string?> _out = new("--out") { Description = "File to write, .npz, .png, .svg or .pdf, instead of a .npz in samples/ of the run folder.", HelpName = "FILE" };

    private readonly Option<int?> _moves = new("--metropolis") { Description = "Move every draw by so many Metropolis-adjusted Langevin steps towards the energy that the cell is fitted to.", HelpName = "N", CustomParser = WholeNumber.Parse };
    private readonly Option<double?> _step = new("--metropolis-step") { Description = "Time step of --metropolis; best where about 57 % of the steps are taken. Default: 0.05.", HelpName = "S", CustomParser = PositiveNumber.Parse };

    private SampleCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var sample = new SampleCommand();
        return sample.Build("sample", "Draw from a trained model.", sample._seed, sample._count, sample._moves, sample._step, sample._out, sample._stream);
    }

    /// <inheritdoc/>
    protected override int Execute(TrainedRun run, string? cell, ParseResult parsed)
    {
        CellPlan plan = run.FindOnly(cell);
        int seed = run.SeedOf(plan, parsed.GetValue(_seed));
        long count = parsed.GetValue(_count);
        MetropolisSettings? moves = MovesOf(parsed);
        if (parsed.GetValue(_stream))
            return Stream(run, plan, seed, count, moves, parsed.InvocationConfiguration.Output);
        string file = parsed.GetValue(_out) ?? Path.Combine(run.Folder.Samples, FileNames.Safe(FormattableString.Invariant($"{plan.Id}-seed{seed}")) + Numbers);
        string form = Path.GetExtension(file).ToLowerInvariant();
        if (form != Numbers && !FigureFormats.IsKnown(file))
            throw new FlowLabException("FLR034", $"'{file}' is neither {Numbers} nor a picture: {string.Join(", ", FigureFormats.Extensions)}. Give --out a name that ends in one of them.");
        if (form != Numbers && count > MostInPicture)
            throw new FlowLabException("FLR034", FormattableString.Invariant($"'{file}' would be a picture of {count} draws; expected at most {MostInPicture}. {Numbers} takes any number."));
        using TrainedCell trained = run.Restore(plan, TrainedUse.Drawn, seed);
        int position = trained.PositionOf(seed);
        ModelStream stream = CellEvaluators.Of(trained.Session, plan.Manifest.Evaluation).StreamSamples(count, moves);
        RunFolder.MakeFolderOf(file);
        using StopSignals signals = new();
        if (form == Numbers)
            SampleFile.Write(file, stream, count, position, seed, signals.Token);
        else
            AtomicFile.Write(file, FigureFormats.Encode(Draw(trained, stream.Gather(trained.Seeds.Count), position, file), file));
        parsed.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant(
            $"{Path.GetFullPath(file)}: {count} {stream.Label}; cell {plan.Id}, seed {seed}, {trained.Progress}{Stopped(trained, position)}{Taken(stream, position)}{trained.Note}"));
        return ExitCodes.Success;
    }

    private static int Stream(TrainedRun run, CellPlan plan, int seed, long count, MetropolisSettings? moves, TextWriter output)
    {
        using TrainedCell trained = run.Restore(plan, TrainedUse.Drawn, seed);
        using StopSignals signals = new();
        SampleFile.WriteLines(output, CellEvaluators.Of(trained.Session, plan.Manifest.Evaluation).StreamSamples(count, moves), trained.PositionOf(seed), signals.Token);
        return ExitCodes.Success;
    }

    private MetropolisSettings? MovesOf(ParseResult parsed)
    {
        int? steps = parsed.GetValue(_moves);
        double? step = parsed.GetValue(_step);
        if (steps is null && step is not null)
            throw new FlowLabException("FLR034", "--metropolis-step is given, but no --metropolis: there are no steps to take. Add --metropolis N, such as --metropolis 100.");
        if (steps is < 1 or > MostMoves)
            throw new FlowLabException("FLR034", FormattableString.Invariant($"--metropolis is {steps}; expected a number of steps from 1 to {MostMoves}."));
        return steps is { } number ? new MetropolisSettings(number, step ?? UsualStep) : null;
    }

    private static string Taken(ModelStream stream, int position) =>
        stream.AcceptedShare is { } share ? FormattableString.Invariant($"; {100 * share(position):0.#} % of the steps were taken") : "";

    private static long ParseCount(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 0 ? "" : argument.Tokens[^1].Value;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
            argument.AddError($"--count is '{WholeNumber.Shown(text)}'; expected a whole number, such as 8.");
        else if (number < 1)
            argument.AddError("--count must be at least 1.");
        return number;
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
