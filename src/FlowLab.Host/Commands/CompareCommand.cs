using System.CommandLine.Parsing;
using System.CommandLine;
using System.Globalization;
using FlowLab.Host.Comparisons;
using FlowLab.Host.Figures;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab compare</c>: groups of cells of one or several runs beside each other, with paired differences.</summary>
internal sealed class CompareCommand
{
    private const double DefaultConfidence = 0.95;

    private readonly Argument<string[]> _runs = new("run") { Description = "Folders of runs.", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string?> _by = new("--by")
    {
        Description = "What makes the groups, separated by commas: axes of the sweep, run, or settings such as flow.type,flow.length. Without it, everything that varies.",
        HelpName = "NAMES",
    };

    private readonly Option<string?> _metric = new("--metric") { Description = "The metric, such as test_nll. Without it, the headline of the first run's report.", HelpName = "NAME" };

    private readonly Option<double> _confidence = new("--confidence")
    {
        Description = "Level of confidence intervals, between 0 and 1.", HelpName = "LEVEL", DefaultValueFactory = _ => DefaultConfidence, CustomParser = ParseLevel,
    };

    private readonly Option<string> _format = new("--format") { Description = "How to write the table.", DefaultValueFactory = _ => ComparisonFormats.Names[0] };

    private readonly Option<bool> _json = new("--json") { Description = "Short for --format json; with --paper, the reference's table as JSON." };

    private readonly Option<string?> _out = new("--out") { Description = "Write the table into this file instead.", HelpName = "FILE" };

    private readonly Option<string?> _figure = new("--figure") { Description = "Draw means and standard errors into this file too: .png, .svg or .pdf.", HelpName = "FILE" };

    private readonly Option<bool> _paper = new("--paper") { Description = "Lay each run beside the reference that its manifest names, such as the paper's table, as CSV." };

    /// <summary>The command for the root.</summary>
    public static Command Create() => new CompareCommand().Build();

    private Command Build()
    {
        _format.AcceptOnlyFromAmong(ComparisonFormats.Names);
        var command = new Command("compare", "Compare cells of one or several runs: means, paired differences over shared seeds, corrected tests.")
        {
            _runs, _by, _metric, _confidence, _format, _json, _out, _figure, _paper,
        };
        command.SetAction(Execute);
        return command;
    }

    private static double ParseLevel(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 0 ? "" : argument.Tokens[^1].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double level) && level is > 0 and < 1)
            return level;
        argument.AddError($"--confidence is '{WholeNumber.Shown(text)}'; expected a level between 0 and 1, such as 0.95.");
        return DefaultConfidence;
    }

    private int Execute(ParseResult parsed)
    {
        if (parsed.GetValue(_figure) is { } figure && !FigureFormats.IsKnown(figure))
            throw ComparisonErrors.NoFormat(figure);
        RunFolder[] folders = [.. parsed.GetValue(_runs)!.Select(RunFolder.Open)];
        return parsed.GetValue(_paper) ? Reference(folders, parsed) : Compare(folders, parsed);
    }

    private int Compare(RunFolder[] folders, ParseResult parsed)
    {
        (string Name, RunResults Results)[] runs = [.. folders.Select(Read)];
        string? headline = ReportPlan.Of(runs[0].Results, ReportLayouts.Read(folders[0])).Headline?.Name;
        var comparison = Comparison.Of(runs, headline, new ComparisonRequest(Names(parsed.GetValue(_by)), parsed.GetValue(_metric), parsed.GetValue(_confidence)));
        if (parsed.GetValue(_figure) is { } figure)
            Write(figure, FigureFormats.Encode(ChartDrawing.Of(ComparisonChart.Of(comparison)), figure), parsed, "figure");
        Show(ComparisonFormats.Format(comparison, parsed.GetValue(_json) ? "json" : parsed.GetValue(_format)!), parsed);
        return ExitCodes.Success;
    }

    private int Reference(RunFolder[] folders, ParseResult parsed)
    {
        foreach (RunFolder folder in folders)
        {
            (_, RunResults results) = Read(folder);
            ReferenceComparison comparison = ReferenceComparison.Of(results, ReportLayouts.Read(folder)) ?? throw ComparisonErrors.NoReference(folder.Path);
            Show(parsed.GetValue(_json) ? JsonOf(results, comparison) : ReferenceCsv.Format(results, comparison) + "\n" + ReferenceCsv.FormatSettings(comparison), parsed);
        }
        return ExitCodes.Success;
    }

    private static string JsonOf(RunResults results, ReferenceComparison comparison)
    {
        using var text = new StringWriter();
        JsonRows.WriteRecords(text, ReferenceCsv.Format(results, comparison));
        return text.ToString();
    }

    private static (string Name, RunResults Results) Read(RunFolder folder)
    {
        using RunStore store = RunStore.OpenForReading(folder);
        return (Path.GetFileName(Path.TrimEndingDirectorySeparator(folder.Path)), store.Read());
    }

    private void Show(string table, ParseResult parsed)
    {
        if (parsed.GetValue(_out) is { } file)
            Write(file, System.Text.Encoding.UTF8.GetBytes(table), parsed, "table");
        else
            parsed.InvocationConfiguration.Output.Write(table);
    }

    private static void Write(string file, byte[] content, ParseResult parsed, string what)
    {
        RunFolder.MakeFolderOf(file);
        AtomicFile.Write(file, content);
        parsed.InvocationConfiguration.Output.WriteLine($"{what}: {Path.GetFullPath(file)}");
    }

    private static string[] Names(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
