using System.CommandLine;
using System.Globalization;
using FlowLab.Engine.Cells;
using FlowLab.Host.Devices;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Profiles;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary>What <c>flowlab run</c> does once the plan is checked.</summary>
internal static class RunCommandHandler
{
    private const string RunsFolder = "runs";

    /// <summary>Runs the plan, or what is left of it, and says where the report is.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(RunArguments arguments, ExperimentPlan plan, PluginCatalog catalog, InvocationConfiguration console)
    {
        using StopSignals signals = new();
        return Run(arguments, plan, catalog, console, signals.Token);
    }

    /// <inheritdoc cref="Run(RunArguments, ExperimentPlan, PluginCatalog, InvocationConfiguration)"/>
    public static int Run(RunArguments arguments, ExperimentPlan plan, PluginCatalog catalog, InvocationConfiguration console, CancellationToken stop)
    {
        RunFolder? known = KnownFolder(arguments);
        using RunDevice device = RunDevice.Open(arguments.Device, arguments.Threads, arguments.IsChecked);
        using CellFactory factory = new(catalog, device.Accelerator, arguments.Data);
        List<CellData> data = [];
        HangingCell? hanging = arguments.Resume is null ? PlanProbe.Run(device, factory, plan, arguments.Limits, (cell, definition) => Note(data, cell, definition)) : null;
        StepProfiler? profiler = arguments.Profiles ? new StepProfiler(device, () => factory.Products) : null;
        RunFolder folder = Begin(known, plan, arguments.Resume is not null);
        RunRequest request = new(plan, catalog, folder, device, factory, CommandLine(), arguments.Resume is not null)
        {
            AllowsChanges = arguments.AllowsChanges, FailsFast = arguments.FailsFast, Isolates = arguments.Isolates, OnlyCell = arguments.OnlyCell,
            Data = data, Memory = arguments.Memory, Profiler = profiler, Limits = arguments.Limits, CellOptions = arguments.CellOptions, Hanging = hanging, Start = arguments.Start,
        };
        if (arguments.OnlyCell is not null)
            return RunOnlyCell(request);
        console.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{plan.Name}: {plan.Size}{PresetText(plan)}, into {folder.Path}"));
        int code;
        using (CrashAdvice.For(folder))
        using (IRunProgress display = Display(plan, arguments.Progress))
            code = ExperimentRunner.Run(request, display, stop);
        if (profiler is not null)
            console.Output.Write(ProfileFiles.Write(folder, profiler));
        console.Output.WriteLine($"report: {folder.Report}");
        return code;
    }

    /// <summary>The part of another process: no words of its own around those of the cell.</summary>
    private static int RunOnlyCell(RunRequest request)
    {
        using StopSignals signals = new(heedsInput: true);
        using IRunProgress display = Display(request.Plan, null);
        return ExperimentRunner.Run(request, display, signals.Token);
    }

    private static void Note(List<CellData> data, CellPlan cell, TrainingDefinition definition)
    {
        if (DataWatch.DataOf(cell, definition) is { } read)
            data.Add(read);
    }

    /// <summary>What <c>--check</c> does once the plan is checked: asks for the device, builds every component and reads its data, and throws all away; of a run that is to go on, whether it can.</summary>
    public static int Check(RunArguments arguments, ExperimentPlan plan, PluginCatalog catalog, InvocationConfiguration console)
    {
        using RunDevice device = RunDevice.Open(arguments.Device, arguments.Threads, arguments.IsChecked);
        using CellFactory factory = new(catalog, device.Accelerator, arguments.Data);
        string left = "";
        if (arguments.Resume is null)
            PlanProbe.Require(device, factory, plan, arguments.Limits);
        else
            left = ResumeCheck.Run(arguments, plan, device, factory);
        console.Output.WriteLine($"{plan.Name}: {plan.Size}{PresetText(plan)}, no faults{left}");
        return ExitCodes.Success;
    }

    /// <summary>", preset quick (a few minutes)", or nothing.</summary>
    public static string PresetText(ExperimentPlan plan) => plan.Preset is { } preset ? $", preset {preset}" : "";

    /// <summary>The folder that the command line names, checked but not yet made; null if it names none.</summary>
    private static RunFolder? KnownFolder(RunArguments arguments)
    {
        if (arguments.Resume is not null)
            return RunFolder.OpenToResume(arguments.Resume);
        if (arguments.Out is null)
            return null;
        RunFolder folder = RunFolder.Choose(arguments.Out);
        return folder.IsRun
            ? throw new FlowLabException(
                "FLR022", $"'{folder.Path}' holds a run already. Go on with it by --resume \"{folder.Path}\", or choose another folder with --out.")
            : folder;
    }

    /// <summary>Only now, that nothing is left to refuse, is the folder of a new run made.</summary>
    private static RunFolder Begin(RunFolder? known, ExperimentPlan plan, bool resumes)
    {
        if (known is null)
            return RunFolder.CreateNew(Path.GetFullPath(Path.Combine(RunsFolder, DefaultName(plan))), plan.ResolvedManifest);
        if (!resumes)
            known.MakeFolders();
        return known;
    }

    private static string DefaultName(ExperimentPlan plan) =>
        FileNames.Safe(plan.Name) + DateTime.Now.ToString("-yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);

    private static string CommandLine() => string.Join(' ', ["flowlab", .. Environment.GetCommandLineArgs().Skip(1)]);

    private static IRunProgress Display(ExperimentPlan plan, TextWriter? plain)
    {
        (string quantity, string claim) = plan.Cells[0].Manifest.Objective.Type switch
        {
            ObjectiveKind.FreeEnergy when plan.Cells[0].Manifest.Model is not null => ("free energy", "bound on -ln p(x), mean of one training batch"),
            ObjectiveKind.FreeEnergy => ("free energy", "bound on -ln Z"),
            ObjectiveKind.MaximumLikelihood => ("negative log-likelihood", ""),
            _ => ("", ""),
        };
        return plain is null ? RunProgress.ForStandardOutput(quantity, claim) : new PlainProgress(plain, TimeProvider.System, quantity, claim);
    }
}
