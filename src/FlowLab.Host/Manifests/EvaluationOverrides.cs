using System.Text.Json.Nodes;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Manifests;

/// <summary>Changes how a cell is measured, and nothing else of it.</summary>
internal static class EvaluationOverrides
{
    /// <summary>The evaluation settings of a cell with the assignments made.</summary>
    /// <param name="settingsJson">The cell's settings as the database keeps them.</param>
    /// <param name="sets">Assignments <c>evaluation.name=value</c>.</param>
    /// <param name="faults">Takes what is wrong with them.</param>
    public static EvaluationSettings Apply(string settingsJson, IReadOnlyList<string> sets, FaultCollector faults)
    {
        foreach (string set in sets.Where(set => set.Split('=', '.')[0].Trim() != ManifestSections.Evaluation))
            throw new FlowLabException("FLR035", $"--set {set} would change more than how cells are measured; expected a path that starts with evaluation., such as --set evaluation.samples=100000. For the rest, start a new run.");
        JsonNode? stored = ResolvedSettings.Of(settingsJson).Root[ManifestSections.Evaluation];
        var document = new JsonObject { [ManifestSections.Evaluation] = stored?.DeepClone() ?? new JsonObject() };
        faults.Origins = new OverrideApplier(document, faults).Apply(new ManifestOverrides(sets));
        object bound = new SettingsBinder(faults).Bind(ManifestSections.EvaluationModel, ManifestValue.From(document).Child(ManifestSections.Evaluation));
        faults.Origins = [];
        return (EvaluationSettings)bound;
    }
}
