using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>A path as users write it in sweeps and after <c>--set</c>: <c>flow.0.length</c>.</summary>
internal sealed class ManifestPath
{
    private readonly string[] _segments;

    private ManifestPath(string text, string[] segments)
    {
        Text = text;
        _segments = segments;
    }

    /// <summary>As written, with dots before the numbers of list elements.</summary>
    public string Text { get; }

    /// <summary>The key of the manifest that it starts with.</summary>
    public string Section => _segments[0];

    /// <summary>The path in the spelling of faults.</summary>
    public string JsonPath =>
        _segments.Aggregate(Manifests.JsonPath.Root, (path, segment) =>
            TryParseIndex(segment, out int index) ? Manifests.JsonPath.Element(path, index) : Manifests.JsonPath.Property(path, segment));

    /// <summary>Reads a path; false if a segment is empty.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ManifestPath? path)
    {
        text = WithDots(text);
        string[] segments = text.Split('.');
        path = Array.TrueForAll(segments, segment => segment.Trim().Length > 0) ? new ManifestPath(text, segments) : null;
        return path is not null;
    }

    /// <summary>As faults print it, <c>$.flow[0].length</c>, it is a path as well: <c>flow.0.length</c>.</summary>
    private static string WithDots(string text)
    {
        string relative = text.StartsWith("$.", StringComparison.Ordinal) ? text[2..] : text;
        return relative.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
    }

    /// <summary>Puts a value there. Objects on the way are created where missing; elements of arrays are not.</summary>
    /// <returns>False if an element on the way is missing, or a plain value is in the way.</returns>
    public bool TrySet(JsonObject root, JsonNode? value)
    {
        JsonNode? parent = root;
        for (int depth = 0; depth < _segments.Length - 1 && parent is not null; depth++)
            parent = Step(parent, _segments[depth]) ?? Create(parent, depth);
        return parent is not null && TryAssign(parent, value);
    }

    /// <summary>
    /// Puts a value into a partial manifest if that has its own say there: it states the value, or the array element that holds it.
    /// </summary>
    public bool TrySetWhereStated(JsonObject partial, JsonNode? value)
    {
        JsonNode? parent = partial;
        bool insideArray = false;
        for (int depth = 0; depth < _segments.Length - 1 && parent is not null; depth++)
        {
            insideArray |= parent is JsonArray;
            parent = Step(parent, _segments[depth]);
        }
        bool isStated = parent is not null && (insideArray || parent is JsonArray || FindKey(parent, _segments[^1]) is not null);
        return isStated && TryAssign(parent!, value);
    }

    private static JsonNode? Step(JsonNode node, string segment) => node switch
    {
        JsonObject => FindKey(node, segment) is { } key ? node[key] : null,
        JsonArray array when TryParseIndex(segment, out int index) && index < array.Count => array[index],
        _ => null,
    };

    private JsonObject? Create(JsonNode node, int depth)
    {
        bool canCreate = node is JsonObject && !TryParseIndex(_segments[depth + 1], out _);
        bool isVacant = canCreate && (FindKey(node, _segments[depth]) is not { } key || node[key] is null);
        if (!isVacant)
            return null;
        var created = new JsonObject();
        node[FindKey(node, _segments[depth]) ?? _segments[depth]] = created;
        return created;
    }

    private bool TryAssign(JsonNode parent, JsonNode? value)
    {
        string last = _segments[^1];
        if (parent is JsonObject)
            parent[FindKey(parent, last) ?? last] = value?.DeepClone();
        else if (parent is JsonArray array && TryParseIndex(last, out int index) && index < array.Count)
            array[index] = value?.DeepClone();
        else
            return false;
        return true;
    }

    /// <summary>The key as the manifest spells it: two keys that differ only in case cannot stand side by side in a configuration.</summary>
    private static string? FindKey(JsonNode node, string segment) =>
        node is not JsonObject values ? null
        : values.ContainsKey(segment) ? segment
        : values.Select(pair => pair.Key).FirstOrDefault(key => key.Equals(segment, StringComparison.OrdinalIgnoreCase));

    private static bool TryParseIndex(string segment, out int index) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out index);
}
