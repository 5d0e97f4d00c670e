using System.Text.Json;
using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Tuning;

/// <summary>
/// Reads <c>search</c>: every key is a path with a list of values or with a range { "min", "max", "scale": "linear" or "log", "integer" }, or a name with partial manifests as in a
/// sweep. Without <c>search</c> the axes of the sweep are searched.
/// </summary>
internal static class SearchReader
{
    private const string LabelKey = "label";

    private static readonly string[] RangeKeys = ["min", "max", "scale", "integer"];

    /// <summary>The space of a resolved manifest.</summary>
    /// <exception cref="FlowLabException">FLR070: there is none; FLR071: a dimension makes no sense.</exception>
    public static IReadOnlyList<SearchDimension> Read(JsonObject manifest, string file)
    {
        JsonNode? space = manifest[ManifestSections.Search] ?? manifest[ManifestSections.Sweep];
        if (space is not JsonObject { Count: > 0 } dimensions)
            throw TuneErrors.NoSpace(file);
        return [.. dimensions.Select(pair => ReadDimension(pair.Key, pair.Value))];
    }

    private static SearchDimension ReadDimension(string name, JsonNode? node) => node switch
    {
        JsonArray { Count: > 0 } values when IsPath(name) => new SearchChoice(name, [.. values.Select(value => Plain(name, value))]),
        JsonArray { Count: > 0 } values => new SearchChoice(name, [.. values.Select(value => Partial(name, value))]),
        JsonObject range when IsPath(name) => Range(name, range),
        _ => throw TuneErrors.Dimension(name, "this is no dimension of a search", "a list of values, or for a path a range { \"min\": ..., \"max\": ... }", ManifestValue.Shorten(node)),
    };

    private static bool IsPath(string name) => ManifestPath.TryParse(name, out ManifestPath? path) && ManifestSections.OfCell.Contains(path.Section);

    private static SearchValue Plain(string name, JsonNode? node) => node is JsonValue value
        ? new SearchValue(value.ToString(), value)
        : throw TuneErrors.Dimension(name, "a path can only take plain values", "numbers, texts, true or false", ManifestValue.Shorten(node));

    private static SearchValue Partial(string name, JsonNode? node)
    {
        if (node is not JsonObject stated || stated[LabelKey]?.GetValueKind() != JsonValueKind.String)
            throw TuneErrors.Dimension(name, "this is neither a path into the manifest nor a choice between partial manifests", $"a path that starts with {string.Join(", ", ManifestSections.OfCell)}, or objects {{ \"label\": ..., ... }}", ManifestValue.Shorten(node));
        var partial = (JsonObject)stated.DeepClone();
        partial.Remove(LabelKey);
        return new SearchValue(stated[LabelKey]!.ToString(), partial);
    }

    private static SearchRange Range(string name, JsonObject range)
    {
        if (range.Select(pair => pair.Key).FirstOrDefault(key => !RangeKeys.Contains(key)) is { } unknown)
            throw TuneErrors.Dimension(name, $"a range has no \"{unknown}\"", string.Join(", ", RangeKeys), ManifestValue.Shorten(range));
        double low = Number(name, range, "min"), high = Number(name, range, "max");
        string scale = range["scale"]?.ToString() ?? "linear";
        if (scale is not ("linear" or "log"))
            throw TuneErrors.Dimension(name, "a range has a scale that is not known", "\"linear\" or \"log\"", scale);
        if (!(low < high) || (scale == "log" && low <= 0))
            throw TuneErrors.Dimension(name, "the ends of a range are in no order", scale == "log" ? "0 < min < max" : "min < max", ManifestValue.Shorten(range));
        bool isInteger = range["integer"] is { } flag && flag.GetValueKind() is JsonValueKind.True;
        if (isInteger && (low != Math.Floor(low) || high != Math.Floor(high)))
            throw TuneErrors.Dimension(name, "the ends of a range of whole numbers are none", "whole numbers", ManifestValue.Shorten(range));
        return new SearchRange(name, low, high, scale == "log", isInteger);
    }

    private static double Number(string name, JsonObject range, string key) =>
        range[key] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && double.IsFinite(value.GetValue<double>())
            ? value.GetValue<double>()
            : throw TuneErrors.Dimension(name, $"a range has no \"{key}\"", "a number", ManifestValue.Shorten(range[key]));
}
