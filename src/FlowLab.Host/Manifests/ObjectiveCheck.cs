using FlowLab.Engine.Cells;
using FlowLab.Host.Plugins;
using FlowLab.Plugins;

namespace FlowLab.Host.Manifests;

/// <summary>Checks that the objective has the target and the updates that it needs.</summary>
internal sealed class ObjectiveCheck(FaultCollector faults)
{
    public void Check(CellParts cell)
    {
        if (cell.Objective.Type == ObjectiveKind.None)
            return;
        CheckTarget(cell, cell.Objective.Type == ObjectiveKind.FreeEnergy && cell.Model is null ? ComponentKinds.Energy : ComponentKinds.Dataset);
        if (cell.Training.Updates == 0)
            faults.Add(new ManifestFault(ManifestFaultNumbers.NothingToTrain, "$.training.updates", $"objective {Name(cell)} with no updates")
            {
                Expected = "at least 1 update, or objective \"none\" to draw the flow as initialised",
                Actual = "0",
            });
    }

    private void CheckTarget(CellParts cell, string kind)
    {
        string expected = $"a target of type \"{kind}\"";
        if (!cell.StatesTarget)
            faults.Add(new ManifestFault(ManifestFaultNumbers.Missing, "$.target", "missing") { Expected = $"{expected}, which objective {Name(cell)} needs" });
        else if (cell.Target is { } target && target.Component.Kind != kind)
            faults.Add(new ManifestFault(ManifestFaultNumbers.ObjectiveNeedsOtherTarget, "$.target", $"objective {Name(cell)} cannot use a target of type \"{target.Component.Kind}\"")
            {
                Expected = cell.Model is not null ? $"{expected}, which a model is of"
                    : kind == ComponentKinds.Energy ? $"{expected}, or objective \"{OtherObjective(kind)}\", or a \"{ManifestSections.Model}\" of the data"
                    : $"{expected}, or objective \"{OtherObjective(kind)}\"",
            });
    }

    private static string OtherObjective(string kind) =>
        SettingsModelReader.Spell(nameof(ObjectiveKind.FreeEnergy)) is var freeEnergy && kind == ComponentKinds.Energy
            ? SettingsModelReader.Spell(nameof(ObjectiveKind.MaximumLikelihood))
            : freeEnergy;

    private static string Name(CellParts cell) => $"\"{SettingsModelReader.Spell(cell.Objective.Type.ToString())}\"";
}
