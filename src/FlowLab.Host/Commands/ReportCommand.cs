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
        var target = new Option<string?>("--out") { Description = "Folder to write into, instead of that of the run, which may then be on a disk that cannot be written to.", HelpName = "DIR" };
        var command = new Command("report", "Write report.html, summary.csv and figures/ of a run again.") { folder, target };
        command.SetAction(parsed => Execute(parsed.GetValue(folder)!, parsed.GetValue(target), parsed.InvocationConfiguration));
        return command;
    }

    private static int Execute(string path, string? target, InvocationConfiguration console)
    {
        RunFolder folder = RunFolder.Open(path);
        using RunStore store = RunStore.OpenForReading(folder);
        RunFolder written = target is null ? folder : RunFolder.ForReport(target);
        ReportWriter.Write(written, store.Read(), LayoutOf(folder));
        console.Output.WriteLine($"report: {written.Report}");
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
