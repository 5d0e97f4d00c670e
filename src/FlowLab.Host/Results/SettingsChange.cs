using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Results;

/// <summary>What is not as it was when a run was made.</summary>
internal static class SettingsChange
{
    private const int ShownDigits = 12;

    /// <summary>The first difference between a cell's settings in the database and those of now, for a message; null if there is none.</summary>
    public static string? Find(string stored, string now)
    {
        if (stored == now)
            return null;
        try
        {
            return Find(JsonNode.Parse(stored), JsonNode.Parse(now), "") ?? "the order of its settings";
        }
        catch (JsonException)
        {
            return "its settings in the database cannot be read";
        }
    }

    /// <summary>Whether nothing but builds of plugins is different.</summary>
    public static bool IsOfBuilds(string stored, string now)
    {
        try
        {
            return JsonNode.DeepEquals(WithoutBuilds(JsonNode.Parse(stored)), WithoutBuilds(JsonNode.Parse(now)));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonNode? WithoutBuilds(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Where(pair => pair.Key != "plugin").Select(pair => KeyValuePair.Create(pair.Key, WithoutBuilds(pair.Value)))),
        JsonArray array => new JsonArray([.. array.Select(WithoutBuilds)]),
        _ => node?.DeepClone(),
    };

    private static string? Find(JsonNode? stored, JsonNode? now, string path)
    {
        switch (stored, now)
        {
            case (JsonObject old, JsonObject current):
                if (BuildOf(old, current) is { } build)
                    return build;
                return old.Select(pair => pair.Key).Union(current.Select(pair => pair.Key))
                    .Select(key => Find(old[key], current[key], path.Length == 0 ? key : $"{path}.{key}")).FirstOrDefault(change => change is not null);
            case (JsonArray old, JsonArray current) when old.Count == current.Count:
                return old.Zip(current).Select((pair, index) => Find(pair.First, pair.Second, FormattableString.Invariant($"{path}.{index}"))).FirstOrDefault(change => change is not null);
            default:
                return JsonNode.DeepEquals(stored, now) ? null : $"{path} was {Text(stored)} and is {Text(now)}";
        }
    }

    private static string? BuildOf(JsonObject stored, JsonObject now) =>
        stored["plugin"] is JsonValue old && now["plugin"] is JsonValue current && stored["name"]?.ToString() == now["name"]?.ToString() && old.ToString() != current.ToString()
            ? $"the plugin of {stored["kind"]} '{stored["name"]}' is another build (SHA-256 {Short(old)}..., then {Short(current)}...)"
            : null;

    private static string Short(JsonValue hash) => hash.ToString()[..Math.Min(hash.ToString().Length, ShownDigits)];

    private static string Text(JsonNode? node) => Manifests.ManifestValue.Shorten(node);
}
