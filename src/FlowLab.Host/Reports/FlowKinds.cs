using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>
/// How long each cell's flow is and of which kind, read from its settings: what the paper's Figure 4 has along x and as lines. A kind is
/// the components with their words ("nice orth") and whatever other settings tell cells with the same components apart.
/// </summary>
internal sealed class FlowKinds
{
    private const string TypeKey = "type";
    private const string LengthKey = "length";

    private readonly RunResults _results;
    private readonly Dictionary<CellResults, JsonObject[]> _flows;
    private readonly Dictionary<string, string[]> _varying;

    public FlowKinds(RunResults results)
    {
        _results = results;
        _flows = results.Cells.ToDictionary(cell => cell, SegmentsOf);
        _varying = results.Cells.GroupBy(ComponentsOf).ToDictionary(group => group.Key, group => Varying([.. group.Select(cell => _flows[cell])]));
    }

    /// <summary>The total number of layers K; a segment without a length is one layer.</summary>
    public double LengthOf(CellResults cell) => _flows[cell].Sum(segment => Number(segment[LengthKey]) ?? 1);

    /// <summary>The kind of a cell's flow; empty if it has none.</summary>
    public string KindOf(CellResults cell)
    {
        Dictionary<string, string> leaves = Leaves(_flows[cell]);
        IEnumerable<string> details = _varying[ComponentsOf(cell)].Where(leaves.ContainsKey).Select(path => $"{AxisText.Name(path)} = {leaves[path]}");
        return string.Join(", ", (string[])[ComponentsOf(cell), .. details]);
    }

    /// <summary>Whether cells that differ in this axis alone have different flows.</summary>
    public bool IsFlowAxis(string axis) => _results.Cells
        .GroupBy(cell => string.Join('\0', _results.Axes.Where(other => other != axis).Select(cell.Label)))
        .Any(group => group.Select(cell => string.Join('\0', _flows[cell].Select(segment => segment.ToJsonString()))).Distinct().Count() > 1);

    private static JsonObject[] SegmentsOf(CellResults cell) =>
        ResolvedSettings.Of(cell.Cell.SettingsJson).TryFind("flow", out JsonNode? flow) && flow is JsonArray segments ? [.. segments.OfType<JsonObject>()] : [];

    /// <summary>"nice orth + planar": types and words of the segments; repetitions in a row are one.</summary>
    private string ComponentsOf(CellResults cell)
    {
        List<string> parts = [];
        foreach (string part in _flows[cell].Select(segment => string.Join(' ', Words(segment))))
            if (parts.Count == 0 || parts[^1] != part)
                parts.Add(part);
        return string.Join(" + ", parts);
    }

    private static IEnumerable<string> Words(JsonObject segment) =>
        segment.Where(IsWord).OrderBy(pair => pair.Key == TypeKey ? 0 : 1).Select(pair => pair.Value!.GetValue<string>());

    private static string[] Varying(JsonObject[][] flows)
    {
        Dictionary<string, string>[] leaves = [.. flows.Select(Leaves)];
        return [.. leaves.SelectMany(flow => flow.Keys).Distinct()
            .Where(path => leaves.Select(flow => flow.GetValueOrDefault(path, "")).Distinct().Count() > 1)];
    }

    /// <summary>Path to value of all settings but lengths and words.</summary>
    private static Dictionary<string, string> Leaves(JsonObject[] segments)
    {
        Dictionary<string, string> leaves = [];
        for (int index = 0; index < segments.Length; index++)
            foreach ((string key, JsonNode? value) in segments[index].Where(pair => pair.Key != LengthKey && !IsWord(pair)))
                Collect(value, FormattableString.Invariant($"{index}.{key}"), leaves);
        return leaves;
    }

    private static void Collect(JsonNode? node, string path, Dictionary<string, string> leaves)
    {
        if (node is JsonObject json)
            foreach ((string key, JsonNode? value) in json)
                Collect(value, $"{path}.{key}", leaves);
        else
            leaves[path] = ReferenceComparison.Text(node);
    }

    /// <summary>Type and choices such as mixing; whose the parameters are is named only where kinds differ in it.</summary>
    private static bool IsWord(KeyValuePair<string, JsonNode?> setting) =>
        setting.Key != Manifests.ComponentBinder.ScopeKey && setting.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String;

    private static double? Number(JsonNode? node) =>
        node is not null && double.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}
