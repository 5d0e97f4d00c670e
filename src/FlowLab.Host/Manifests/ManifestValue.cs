using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace FlowLab.Host.Manifests;

/// <summary>
/// A value of a manifest: its text comes from the configuration section; the JSON node beside it knows what a configuration forgets,
/// namely whether the text was quoted, and which of object, array and null stood there.
/// </summary>
/// <param name="Configuration">The configuration, or the section, at the value.</param>
/// <param name="Node">The JSON; null for JSON's null and for a value that is not there.</param>
/// <param name="Path">The JSON path.</param>
/// <param name="Exists">Whether the manifest states it.</param>
internal sealed record ManifestValue(IConfiguration Configuration, JsonNode? Node, string Path, bool Exists)
{
    private const int LongestExcerpt = 60;

    /// <summary>What stands there.</summary>
    public JsonValueKind Kind => !Exists ? JsonValueKind.Undefined : Node?.GetValueKind() ?? JsonValueKind.Null;

    /// <summary>The text of a plain value.</summary>
    public string Text => (Configuration as IConfigurationSection)?.Value ?? "";

    /// <summary>The keys of an object, in the order written.</summary>
    public IEnumerable<string> Keys => (Node as JsonObject)?.Select(pair => pair.Key) ?? [];

    /// <summary>The JSON, shortened for a message.</summary>
    public string Excerpt => Shorten(Node);

    /// <summary>A whole document through Microsoft.Extensions.Configuration.Json.</summary>
    public static ManifestValue From(JsonObject document)
    {
        using var stream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(document, ManifestJson.Compact));
        return new ManifestValue(new ConfigurationBuilder().AddJsonStream(stream).Build(), document, JsonPath.Root, true);
    }

    /// <summary>JSON shortened for a message.</summary>
    public static string Shorten(JsonNode? node)
    {
        string json = node?.ToJsonString(ManifestJson.Compact) ?? "null";
        return json.Length <= LongestExcerpt ? json : json[..LongestExcerpt] + "...";
    }

    /// <summary>The value of a key of an object.</summary>
    public ManifestValue Child(string key)
    {
        JsonNode? child = null;
        bool exists = Node is JsonObject values && values.TryGetPropertyValue(key, out child);
        return new ManifestValue(Configuration.GetSection(key), child, JsonPath.Property(Path, key), exists);
    }

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<ManifestValue> Elements() =>
        [.. ((JsonArray)Node!).Select((element, index) =>
            new ManifestValue(Configuration.GetSection($"{index}"), element, JsonPath.Element(Path, index), true))];
}
