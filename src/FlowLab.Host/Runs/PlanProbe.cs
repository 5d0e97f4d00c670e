using FlowLab.Engine.Cells;
using FlowLab.Engine.Memory;
using FlowLab.Host.Devices;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>Builds components under the watch that cells have: a constructor may never return.</summary>
internal static class PlanProbe
{
    /// <summary>Builds every different component of a plan once, and throws it away.</summary>
    /// <param name="device">Where; left behind with a constructor that does not return.</param>
    /// <param name="factory">Builds them.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="limits">How long that may take.</param>
    /// <param name="look">What else to look at in what was built.</param>
    /// <returns>The cell that had to be given up, behind which nothing was built; null if there was none.</returns>
    /// <exception cref="FlowLabException">What components refuse.</exception>
    public static HangingCell? Run(RunDevice device, CellFactory factory, ExperimentPlan plan, RunLimits limits, Action<CellPlan, TrainingDefinition>? look = null)
    {
        CellPlan current = plan.Cells[0];
        try
        {
            Watched(device, limits, watch =>
            {
                factory.Probe(plan, cell =>
                {
                    watch.Building();
                    current = cell;
                }, look);
                return true;
            });
            return null;
        }
        catch (CellGivenUpException reason)
        {
            return new HangingCell(current, reason);
        }
    }

    /// <summary>As <see cref="Run"/>, for commands that have nothing to go on with.</summary>
    /// <exception cref="FlowLabException">What components refuse; FLR042: one does not return.</exception>
    public static void Require(RunDevice device, CellFactory factory, ExperimentPlan plan, RunLimits limits, Action<CellPlan, TrainingDefinition>? look = null)
    {
        if (Run(device, factory, plan, limits, look) is { } hanging)
            throw hanging.Refusal();
    }

    /// <summary>Builds one cell.</summary>
    /// <exception cref="FlowLabException">FLR042: a component of it does not return.</exception>
    public static T Build<T>(RunDevice device, CellPlan cell, RunLimits limits, Func<T> build)
    {
        try
        {
            return Watched(device, limits, _ => build());
        }
        catch (CellGivenUpException reason)
        {
            throw new HangingCell(cell, reason).Refusal();
        }
    }

    private static T Watched<T>(RunDevice device, RunLimits limits, Func<CellWatch, T> build)
    {
        CellWatch watch = new(limits, ComponentTurns.Of(device.Accelerator));
        watch.Building();
        bool isLeftBehind = false;
        try
        {
            return CellThread.Run(watch, () => build(watch), out isLeftBehind);
        }
        finally
        {
            if (isLeftBehind)
                device.LeaveBehind();
        }
    }
}
