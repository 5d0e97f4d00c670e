using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>
/// The settings of a cell, defaults included, in the shape of a manifest: what a path such as <c>optimizer.learningRate</c> or <c>flow.0.length</c> leads
/// to. Made from the JSON that the database keeps (<see cref="CellSettingsJson"/>), so that it is there without the plugins.
/// </summary>
internal sealed class ResolvedSettings
{
    private const string ScopeKey = ComponentBinder.ScopeKey;
    private static readonly string[] SelectionKeys = ["kind", "name", "plugin", "settings"];
    private static readonly string[] KeysOfOptimizer = ["learningRate", "schedule"];

    private ResolvedSettings(JsonObject root) => Root = root;

    /// <summary>The settings.</summary>
    public JsonObject Root { get; }

    /// <summary>The paths of all plain values, and of the seeds.</summary>
    public IEnumerable<string> Paths => PathsBelow(Root, "");

    /// <summary>The settings in the JSON; none if it is no JSON object.</summary>
    public static ResolvedSettings Of(string settingsJson)
    {
        try
        {
            return new ResolvedSettings(JsonNode.Parse(settingsJson) is JsonObject json ? Shape(json) : []);
        }
        catch (JsonException)
        {
            return new ResolvedSettings([]);
        }
    }

    /// <summary>The value at a path; false if there is none.</summary>
    public bool TryFind(string path, out JsonNode? value)
    {
        value = Root;
        foreach (string segment in path.Split('.'))
        {
            bool isThere = value switch
            {
                JsonObject json => json.TryGetPropertyValue(segment, out value),
                JsonArray array => int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < array.Count && (value = array[index]) is not null,
                _ => false,
            };
            if (!isThere)
                return false;
        }
        return true;
    }

    private static JsonObject Shape(JsonObject json)
    {
        var root = (JsonObject)Convert(json)!;
        if (root["optimizer"] is JsonObject optimizer)
            foreach (string key in KeysOfOptimizer.Where(root.ContainsKey))
                optimizer[key] = root[key]?.DeepClone();
        foreach (string key in KeysOfOptimizer)
            root.Remove(key);
        return root;
    }

    private static JsonNode? Convert(JsonNode? node) => node switch
    {
        JsonObject json when SelectionKeys.All(json.ContainsKey) => ConvertSelection(json),
        JsonObject json => new JsonObject(json.Select(pair => KeyValuePair.Create(pair.Key, Convert(pair.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Convert)]),
        _ => node?.DeepClone(),
    };

    /// <summary>A component as a manifest writes it: targets have type and name, everything else has its name as the type.</summary>
    private static JsonObject ConvertSelection(JsonObject selection)
    {
        string kind = (string)selection["kind"]!, name = (string)selection["name"]!;
        bool isTarget = kind is FlowLab.Plugins.ComponentKinds.Energy or FlowLab.Plugins.ComponentKinds.Dataset;
        JsonObject shaped = isTarget ? new() { ["type"] = kind, ["name"] = name } : new() { ["type"] = name };
        if (selection[ScopeKey] is { } scope)
            shaped[ScopeKey] = scope.DeepClone();
        foreach ((string key, JsonNode? value) in selection["settings"] as JsonObject ?? [])
            shaped[key] = Convert(value);
        return shaped;
    }

    private static IEnumerable<string> PathsBelow(JsonNode? node, string path) => node switch
    {
        JsonArray when path == "seeds" => [path],
        JsonObject json => json.SelectMany(pair => PathsBelow(pair.Value, path.Length == 0 ? pair.Key : $"{path}.{pair.Key}")),
        JsonArray array => array.SelectMany((element, index) => PathsBelow(element, FormattableString.Invariant($"{path}.{index}"))),
        _ => [path],
    };
}
