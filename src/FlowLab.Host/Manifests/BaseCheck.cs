using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;

namespace FlowLab.Host.Manifests;

/// <summary>Checks that the base has the density that the objective needs.</summary>
internal sealed class BaseCheck(FaultCollector faults)
{
    public void Check(BaseSettings start, CellParts cell)
    {
        if (cell.Model is null && cell.Objective.Type == ObjectiveKind.MaximumLikelihood && start.Type == BaseKind.Uniform)
            faults.Add(new ManifestFault(ManifestFaultNumbers.BaseHasNoLikelihood, "$.base.type", "maximum likelihood needs a base with a density everywhere, and that of a uniform base is zero outside its square")
            {
                Expected = "\"gaussian\", or another objective",
                Actual = "\"uniform\"",
            });
    }
}
