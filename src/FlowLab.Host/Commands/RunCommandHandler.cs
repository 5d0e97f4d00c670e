using System.CommandLine;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary>What <c>flowlab run</c> does once the plan is checked.</summary>
internal static class RunCommandHandler
{
    /// <summary>Lists the cells of the plan.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(RunArguments arguments, ExperimentPlan plan, PluginCatalog catalog, InvocationConfiguration console)
    {
        foreach (CellPlan cell in plan.Cells)
            console.Output.WriteLine($"{arguments.Device} {cell.Id} x {plan.Seeds.Count} seeds, {catalog.Components.Count} components at hand");
        return ExitCodes.Success;
    }
}
