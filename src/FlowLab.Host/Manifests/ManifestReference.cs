using System.Text;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>The JSON Schema of manifests as a page for people: a table per section and component.</summary>
internal sealed class ManifestReference
{
    private const string Reference = "#/definitions/";

    private readonly JsonObject _schema;
    private readonly StringBuilder _text = new();

    private ManifestReference(JsonObject schema) => _schema = schema;

    /// <summary>The page.</summary>
    /// <param name="schema">What <see cref="ManifestSchema.Write"/> gives.</param>
    public static string Of(string schema) => new ManifestReference((JsonObject)JsonNode.Parse(schema)!).Write();

    private string Write()
    {
        _text.Append("# Every key of a manifest\n\nWritten by `flowlab schema --markdown` from the schema that editors complete with, so that it is what the program accepts; what keys are for is in [manifests](manifests.md).\n\n");
        var properties = (JsonObject)_schema["properties"]!;
        var own = new JsonObject(properties.Where(property => property.Value!["$ref"] is null).Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
        WriteTable(own, (_schema["required"] as JsonArray) ?? []);
        foreach ((string name, JsonNode? node) in properties.Where(property => property.Value!["$ref"] is not null))
            WriteSection(name, Resolve(node!));
        return _text.ToString().TrimEnd('\n') + "\n";
    }

    private void WriteSection(string name, JsonObject section)
    {
        _text.Append($"## `{name}`\n\n");
        WriteBody(section);
    }

    private void WriteBody(JsonObject node)
    {
        if (Text(node, "description") is { Length: > 0 } description)
            _text.Append(description).Append("\n\n");
        if (node["properties"] is JsonObject properties)
            WriteTable(properties, (node["required"] as JsonArray) ?? []);
        if (node["items"] is JsonObject items)
            WriteBody(Resolve(items));
        foreach (JsonObject variant in Variants(node).Where(variant => variant["properties"] is not null))
        {
            _text.Append($"### `{Text(variant, "title")}`\n\n");
            WriteBody(variant);
        }
    }

    private void WriteTable(JsonObject properties, JsonArray required)
    {
        _text.Append("| key | takes | when absent | meaning |\n| --- | --- | --- | --- |\n");
        WriteRows(properties, required, "");
        _text.Append('\n');
    }

    /// <summary>Settings within settings follow by their paths.</summary>
    private void WriteRows(JsonObject properties, JsonArray required, string path)
    {
        foreach ((string name, JsonNode? value) in properties.Where(property => !property.Key.StartsWith('$')))
        {
            JsonObject node = Resolve(value!);
            bool isRequired = required.Any(key => key!.GetValue<string>() == name);
            string absent = isRequired ? "refused" : node.TryGetPropertyValue("default", out JsonNode? usual) ? $"`{usual?.ToJsonString(ManifestJson.Compact) ?? "null"}`" : "";
            _text.Append($"| `{path}{name}` | {Cell(Takes(node))} | {Cell(absent)} | {Cell(Text(node, "description"))} |\n");
            if (node["properties"] is JsonObject inner)
                WriteRows(inner, (node["required"] as JsonArray) ?? [], $"{path}{name}.");
        }
    }

    private string Takes(JsonObject node)
    {
        if (node["const"] is { } only)
            return $"`{only.ToJsonString(ManifestJson.Compact)}`";
        if (node["enum"] is JsonArray values)
            return string.Join(", ", values.Select(value => $"`{value?.ToJsonString(ManifestJson.Compact) ?? "null"}`"));
        string[] variants = [.. Variants(node).Select(variant => variant["properties"] is null ? Takes(variant) : $"an object: {Text(variant, "title")}")];
        if (variants.Length > 0)
            return string.Join(", or ", variants.Distinct());
        string type = string.Join(" or ", (node["type"] is JsonArray types ? types.Select(each => each!.GetValue<string>()) : [Text(node, "type")]).Where(name => name != "null").Select(Spoken));
        if (Text(node, "pattern") is "^auto$")
            type = $"{Spoken("integer")} or \"auto\"";
        return (node["items"] is JsonObject items ? $"{type} of {Takes(Resolve(items))}" : type) + Limits(node);
    }

    private static string Limits(JsonObject node)
    {
        string low = node["minimum"] is { } from ? $" from {from.ToJsonString()}" : node["exclusiveMinimum"] is { } above ? $" above {above.ToJsonString()}" : "";
        string high = node["maximum"] is { } to ? $" to {to.ToJsonString()}" : node["exclusiveMaximum"] is { } below ? $" below {below.ToJsonString()}" : "";
        return low + high;
    }

    private IEnumerable<JsonObject> Variants(JsonObject node) =>
        ((node["oneOf"] ?? node["anyOf"]) as JsonArray ?? []).Select(variant => Resolve(variant!));

    private JsonObject Resolve(JsonNode node) =>
        Text((JsonObject)node, "$ref") is { Length: > 0 } reference ? (JsonObject)_schema["definitions"]![reference[Reference.Length..]]! : (JsonObject)node;

    private static string Spoken(string type) => type switch
    {
        "integer" => "a whole number",
        "number" => "a number",
        "string" => "text",
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "an object",
        _ => type,
    };

    private static string Text(JsonObject node, string key) => node[key] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
