using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using FlowLab.Host.Viewing;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab runs</c>: the runs below a folder, as the page lists them.</summary>
internal static class RunsCommand
{
    private const string DefaultFolder = "runs";

    private static readonly string[] Headings = ["RUN", "STATE", "PROGRESS", "CELLS", "SEEDS", "DEVICE", "CHANGED", "REMARK"];

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = $"The folder with the runs; without it {DefaultFolder}/, where flowlab run writes them.", DefaultValueFactory = _ => DefaultFolder };
        Option<bool> json = JsonRows.CreateOption();
        var command = new Command("runs", "List the runs below a folder: state, progress, cells, seeds, device.") { folder, json };
        command.SetAction(parsed => Execute(parsed.GetValue(folder)!, parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Execute(string folder, bool asJson, TextWriter output)
    {
        if (!Directory.Exists(folder))
            throw ViewErrors.NoFolder(folder);
        IReadOnlyList<RunSummary> runs = new RunLibrary(new RunFinder(folder)).List();
        if (asJson)
            JsonRows.Write(output, runs.Select(Describe));
        else
            WriteTable(output, [Headings, .. runs.Select(Fields)]);
        return ExitCodes.Success;
    }

    private static JsonObject Describe(RunSummary run) => new()
    {
        ["run"] = run.Key, ["state"] = StateOf(run), ["progress"] = run.Progress, ["cells"] = run.Cells, ["finished_cells"] = run.FinishedCells, ["seeds"] = run.Seeds,
        ["device"] = run.Device, ["changed"] = run.Changed.ToString("O", CultureInfo.InvariantCulture), ["remark"] = run.Remark,
    };

    private static string[] Fields(RunSummary run) =>
    [
        run.Key, StateOf(run), run.Progress.ToString("P0", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{run.FinishedCells} of {run.Cells}"),
        run.Seeds.ToString(CultureInfo.InvariantCulture), run.Device, run.Changed.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), run.Remark,
    ];

    private static string StateOf(RunSummary run) => run.State.ToString().ToLowerInvariant();

    private static void WriteTable(TextWriter output, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, Headings.Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
            output.WriteLine(string.Join("  ", row.Select((field, column) => field.PadRight(widths[column]))).TrimEnd());
    }
}
