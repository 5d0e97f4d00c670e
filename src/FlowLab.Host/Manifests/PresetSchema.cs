using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>The JSON Schema of <c>preset</c> and <c>presets</c>.</summary>
internal static class PresetSchema
{
    public static JsonObject Name() => new()
    {
        ["description"] = "The preset to apply; --preset replaces it.",
        ["type"] = new JsonArray("string", "null"),
    };

    /// <param name="seeds">The schema of seeds.</param>
    /// <param name="sweep">The schema of a sweep.</param>
    public static JsonObject List(JsonObject seeds, JsonObject sweep) => new()
    {
        ["description"] = "Partial manifests by name, of which one can be applied: objects merge by key, null removes a key, everything else replaces.",
        ["type"] = "object",
        ["additionalProperties"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = DescribeKeys(seeds, sweep) },
    };

    private static JsonObject DescribeKeys(JsonObject seeds, JsonObject sweep)
    {
        var keys = new JsonObject();
        foreach (string key in PresetApplier.Keys)
            keys[key] = key switch
            {
                "name" => new JsonObject { ["type"] = "string" },
                "description" => new JsonObject { ["description"] = "What the preset is for.", ["type"] = "string" },
                ManifestSections.Seeds => OrNull(seeds),
                ManifestSections.Sweep => OrNull(Loosened(sweep)),
                ManifestSections.Flow => OrNull(Reference(key)),
                _ => Merged(key),
            };
        return keys;
    }

    /// <summary>An axis may be removed.</summary>
    private static JsonObject Loosened(JsonObject sweep)
    {
        sweep["additionalProperties"] = OrNull((JsonObject)sweep["additionalProperties"]!.DeepClone());
        return sweep;
    }

    /// <summary>For completion the section's own schema; any object fits, as it is checked once it is merged.</summary>
    private static JsonObject Merged(string section) =>
        new() { ["anyOf"] = new JsonArray(Reference(section), new JsonObject { ["type"] = new JsonArray("object", "null") }) };

    private static JsonObject OrNull(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private static JsonObject Reference(string part) => new() { ["$ref"] = $"#/definitions/{part}" };
}
