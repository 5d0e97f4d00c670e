using System.CommandLine;
using System.Text.Json;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab report</c>: writes the report of a run again, finished or not, from its database.</summary>
internal static class ReportCommand
{
    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of a run." };
        var command = new Command("report", "Write report.html, summary.csv and figures/ of a run again.") { folder };
        command.SetAction(parsed => Execute(parsed.GetValue(folder)!, parsed.InvocationConfiguration));
        return command;
    }

    private static int Execute(string path, InvocationConfiguration console)
    {
        RunFolder folder = RunFolder.Open(path);
        using RunStore store = RunStore.OpenForReading(folder);
        ReportWriter.Write(folder, store.Read(), LayoutOf(folder));
        console.Output.WriteLine($"report: {folder.Report}");
        return ExitCodes.Success;
    }

    private static ReportLayout LayoutOf(RunFolder folder)
    {
        try
        {
            return ReportLayouts.Read(folder);
        }
        catch (JsonException error)
        {
            throw new FlowLabException("FLR023", $"'{folder.Manifest}' is not the manifest that 'flowlab run' wrote: {error.Message}", error);
        }
    }
}
