using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Runs;

/// <summary>The parts of a cell's settings in the database that a run can be extended by, and the rest.</summary>
/// <param name="Seeds">The seeds of the cell.</param>
/// <param name="Updates">The updates that it is trained for.</param>
/// <param name="Builds">SHA-256 of the plugin of every component, by kind and name.</param>
/// <param name="Rest">Everything else.</param>
internal sealed record SettingsParts(IReadOnlyList<int> Seeds, long Updates, IReadOnlyDictionary<string, string> Builds, JsonNode Rest)
{
    /// <summary>The parts; null if the text is not what <see cref="Manifests.CellSettingsJson"/> writes.</summary>
    public static SettingsParts? Of(string settings)
    {
        try
        {
            JsonNode json = JsonNode.Parse(settings)!;
            int[] seeds = [.. json["seeds"]!.AsArray().Select(seed => seed!.GetValue<int>())];
            long updates = json["training"]!["updates"]!.GetValue<long>();
            Dictionary<string, string> builds = [];
            TakeBuilds(json, builds);
            json.AsObject().Remove("seeds");
            json["training"]!.AsObject().Remove("updates");
            return new SettingsParts(seeds, updates, builds, json);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            return null;
        }
    }

    private static void TakeBuilds(JsonNode? node, Dictionary<string, string> builds)
    {
        if (node is JsonArray array)
            foreach (JsonNode? item in array)
                TakeBuilds(item, builds);
        if (node is not JsonObject json)
            return;
        if (json["plugin"] is JsonValue build && json["kind"] is { } kind)
        {
            builds[$"{kind} {json["name"]}"] = build.ToString();
            json.Remove("plugin");
        }
        foreach (KeyValuePair<string, JsonNode?> pair in json)
            TakeBuilds(pair.Value, builds);
    }
}
