using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>A run beside a reference: whose numbers belong to which cells, and which settings differ; all of it computed.</summary>
public sealed class ReferenceComparison
{
    private const double Tolerance = 1e-9;

    private ReferenceComparison(RunResults results, ReferenceSettings reference)
    {
        Reference = reference;
        Metric = results.Metrics.FirstOrDefault(metric => metric.Name == reference.Metric);
        Unmatched = [.. reference.Values.Where(value => !results.Cells.Any(cell => value.IsAbout(cell.Cell.Labels)))];
        Differences = [.. Compare(results, reference)];
    }

    /// <summary>The reference.</summary>
    public ReferenceSettings Reference { get; }

    /// <summary>The metric compared; null if no cell has it.</summary>
    public MetricDescription? Metric { get; }

    /// <summary>Numbers of the reference for which the run has no cell.</summary>
    public IReadOnlyList<ReferenceValue> Unmatched { get; }

    /// <summary>Settings in which cells differ from the reference, in the order in which the reference names them.</summary>
    public IReadOnlyList<SettingDifference> Differences { get; }

    /// <summary>The comparison that a layout asks for; null if it asks for none.</summary>
    public static ReferenceComparison? Of(RunResults results, ReportLayout layout) =>
        layout.Reference is { } reference ? new ReferenceComparison(results, reference) : null;

    /// <summary>The reference's number for a cell; null if it has none.</summary>
    public ReferenceValue? ValueFor(CellResults cell) => Reference.Find(cell.Cell.Labels);

    /// <summary>How reports write the value of a setting.</summary>
    public static string Text(JsonNode? value) => value switch
    {
        null => "null",
        JsonValue plain when plain.GetValueKind() == JsonValueKind.String => plain.GetValue<string>(),
        JsonObject json when json["type"] is JsonValue type && json.Count == 1 => Text(type),
        _ => value.ToJsonString(),
    };

    private static IEnumerable<SettingDifference> Compare(RunResults results, ReferenceSettings reference)
    {
        (string Id, ResolvedSettings Settings)[] cells = [.. results.Cells.Select(cell => (cell.Id, ResolvedSettings.Of(cell.Cell.SettingsJson)))];
        foreach ((string path, JsonNode? expected) in reference.Settings)
        {
            List<(string Value, IReadOnlyList<string> Cells)> values = [.. cells
                .Select(cell => (cell.Id, IsThere: cell.Settings.TryFind(path, out JsonNode? value), Value: value))
                .Where(cell => !cell.IsThere || !IsSame(expected, cell.Value))
                .GroupBy(cell => cell.IsThere ? Text(Comparable(expected, cell.Value)) : "not there")
                .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(cell => cell.Id)]))];
            if (values.Count > 0)
                yield return new SettingDifference(path, Text(expected), values, cells.Length);
        }
    }

    private static bool IsSame(JsonNode? expected, JsonNode? actual)
    {
        JsonNode? comparable = Comparable(expected, actual);
        if (Number(expected) is { } first && Number(comparable) is { } second)
            return Math.Abs(first - second) <= Tolerance * Math.Max(Math.Abs(first), Math.Abs(second));
        if (expected is JsonValue && comparable is JsonValue)
            return string.Equals(Text(expected), Text(comparable), StringComparison.OrdinalIgnoreCase);
        return JsonNode.DeepEquals(expected, comparable);
    }

    /// <summary>What a reference may state more shortly: a count instead of a list of seeds, a name instead of a component with its settings.</summary>
    private static JsonNode? Comparable(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonValue, JsonArray list) when Number(expected) is not null => list.Count,
        (JsonValue, JsonObject component) when component["type"] is JsonValue type => type,
        _ => actual,
    };

    private static double? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : null;
}
