using System.Text.Json.Nodes;
using FlowLab.Host.Results;

namespace FlowLab.Host.Comparisons;

/// <summary>A cell of one of the runs that are compared.</summary>
/// <param name="Run">The run's name among those compared; empty where there is only one.</param>
/// <param name="Results">What the run knows about it.</param>
internal sealed record ComparedCell(string Run, CellResults Results)
{
    /// <summary>The axis that tells runs apart.</summary>
    public const string RunAxis = "run";

    private readonly JsonNode? _settings = JsonNode.Parse(Results.Cell.SettingsJson);

    /// <summary>
    /// The cell's value of an axis of its sweep, of <c>run</c>, or of a setting such as <c>flow.type</c>, <c>flow.0.length</c> or <c>optimizer.learningRate</c>; null if it has none.
    /// A path through <c>flow</c> without a number collects the value of every part of the posterior.
    /// </summary>
    public string? ValueOf(string path) =>
        path == RunAxis ? Run
        : Results.Cell.Labels.TryGetValue(path, out string? label) ? label
        : SettingOf(_settings, path.Split('.'));

    /// <summary>How much it was trained: updates times batch.</summary>
    public string Budget => FormattableString.Invariant($"{Results.UpdatesDone:#,0} x {SettingOf(_settings, ["training", "batch"]) ?? "?"}");

    private string? SettingOf(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path.Length == 0)
            return node is JsonValue value ? value.ToString() : null;
        return node switch
        {
            JsonArray parts when int.TryParse(path[0], out int index) => index >= 0 && index < parts.Count ? SettingOf(parts[index], path[1..]) : null,
            JsonArray parts => Join(parts, path),
            JsonObject component => SettingOf(Child(component, path[0]), path[1..]),
            _ => null,
        };
    }

    private string? Join(JsonArray parts, ReadOnlySpan<string> path)
    {
        List<string> values = [];
        foreach (JsonNode? part in parts)
            values.Add(SettingOf(part, path) ?? "-");
        return values.Count == 0 ? "none" : values.TrueForAll(value => value == "-") ? null : string.Join(" + ", values);
    }

    /// <summary>A component's type is its name, its settings lie one level deeper, and the learning rate stands beside the optimizer: paths are the manifest's.</summary>
    private JsonNode? Child(JsonObject component, string key) => key switch
    {
        "type" when component["name"] is { } name => name,
        "schedule" or "learningRate" when component["kind"]?.ToString() == "optimizer" => _settings![key],
        _ => component[key] ?? component["settings"]?[key],
    };
}
