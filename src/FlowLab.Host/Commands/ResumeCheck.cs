using FlowLab.Host.Devices;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary>What <c>--resume --check</c> looks at: all that going on with a run could be refused for, with nothing written into its folder.</summary>
internal static class ResumeCheck
{
    /// <summary>Builds every component of the plan, and compares plan, device and data with those of the run.</summary>
    /// <returns>What is left to do, to stand behind "no faults".</returns>
    /// <exception cref="FlowLabException">What the run would be refused for.</exception>
    public static string Run(RunArguments arguments, ExperimentPlan plan, RunDevice device, CellFactory factory)
    {
        var folder = RunFolder.OpenToResume(arguments.Resume!);
        using RunStore? store = Open(folder);
        IReadOnlyList<CellResults> known = store?.ReadProgress() ?? [];
        IReadOnlyList<CellData> data = store?.ReadData() ?? [];
        PlanProbe.Require(device, factory, plan, arguments.Limits, (cell, definition) => DataWatch.RequireSame(folder, data, cell, definition, arguments.AllowsChanges));
        if (store is null)
            return $"; '{folder.Database}' is lost, and the run begins again from its checkpoints";
        RunIdentity.CheckDevice(store.Read().Environment, folder, device.Kind, arguments.AllowsChanges);
        if (known.Count == 0)
            return "; no cell has been begun";
        var extension = RunExtension.Find(plan, store.ReadAxisNames(), known, folder.Database, arguments.AllowsChanges, factory.CreateSchedule);
        int finished = plan.Cells.Count(cell => !extension.Extended.Contains(cell.Index) && known.Any(before => before.Id == cell.Id && before.Status == CellStatus.Finished));
        return FormattableString.Invariant($"; {finished} of {plan.Cells.Count} cells are finished");
    }

    /// <summary>Null where the run would begin a new database.</summary>
    private static RunStore? Open(RunFolder folder)
    {
        if (!folder.IsRun)
            return null;
        try
        {
            return RunStore.OpenForReading(folder);
        }
        catch (RunException refusal) when (RunStore.CanBeginAgain(folder, refusal))
        {
            return null;
        }
    }
}
