using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>
/// Writes <c>--set path=value</c>, <c>--seeds n</c> and <c>--preset name</c> into a manifest, so that they hold in every cell: into the manifest itself, into
/// each partial manifest that has its own say there, and over the axis that sweeps exactly this path, if there is one.
/// </summary>
internal sealed class OverrideApplier(JsonObject manifest, FaultCollector faults)
{
    private const string SweepPrefix = ManifestSections.Sweep + ".";

    private readonly List<ValueOrigin> _origins = [];

    /// <summary>Applies all overrides in order; returns which values of the manifest come from them.</summary>
    public IReadOnlyList<ValueOrigin> Apply(ManifestOverrides overrides)
    {
        foreach (string set in overrides.Sets)
            Apply(set);
        if (overrides.Preset is { } preset)
        {
            manifest[PresetApplier.PresetKey] = preset;
            _origins.Add(new ValueOrigin("$.preset", "--preset"));
        }
        if (overrides.Seeds is { } seeds)
        {
            manifest[ManifestSections.Seeds] = seeds;
            _origins.Add(new ValueOrigin("$.seeds", "--seeds"));
        }
        return _origins;
    }

    private void Apply(string set)
    {
        int equals = set.IndexOf('=');
        if (equals <= 0 || !ManifestPath.TryParse(set[..equals].Trim(), out ManifestPath? path))
            faults.Add(new ManifestFault(ManifestFaultNumbers.OverrideMalformed, JsonPath.Root, $"--set {set} is no assignment")
            {
                Expected = "path=value, such as --set flow.0.length=32",
            });
        else if (!ManifestSections.All.Contains(path.Section))
            Refuse(path, string.Join(", ", ManifestSections.All), NearestName.Find(path.Section, ManifestSections.All));
        else if (NumberRange.IsOne(set[(equals + 1)..]) && NumberRange.Parse(set[(equals + 1)..]) is null)
            faults.Add(new ManifestFault(ManifestFaultNumbers.OverrideMalformed, path.JsonPath, $"--set {set} is no range")
            {
                Expected = $"range(first, last) or range(first, last, step) with at most {NumberRange.Most} numbers from first to last, such as range(2, 8, 2)",
            });
        else
            Apply(path, NumberRange.Parse(set[(equals + 1)..]) ?? ParseValue(set[(equals + 1)..]));
    }

    private void Apply(ManifestPath path, JsonNode? value)
    {
        if (path.Text.StartsWith(SweepPrefix, StringComparison.Ordinal))
            SetAxis(path.Text[SweepPrefix.Length..], value);
        else if (manifest[ManifestSections.Sweep] is JsonObject sweep && sweep.ContainsKey(path.Text))
            SetAxis(path.Text, value);
        else if (SetEverywhere(path, value))
            _origins.Add(new ValueOrigin(path.JsonPath, $"--set {path.Text}"));
        else
            Refuse(path, "a path whose list elements are in the manifest and whose other parts are objects { }", "");
    }

    /// <summary>A single value leaves an axis with one value: tables and figures that name the axis still work.</summary>
    private void SetAxis(string axis, JsonNode? value)
    {
        if (manifest[ManifestSections.Sweep] is not JsonObject sweep)
            manifest[ManifestSections.Sweep] = sweep = [];
        sweep[axis] = value is JsonArray ? value : new JsonArray(value);
        _origins.Add(new ValueOrigin(JsonPath.Property("$.sweep", axis), $"--set {axis}"));
    }

    private bool SetEverywhere(ManifestPath path, JsonNode? value)
    {
        bool isSet = path.TrySet(manifest, value);
        foreach (JsonObject partial in FindPartials())
            isSet |= path.TrySetWhereStated(partial, value);
        return isSet;
    }

    private IEnumerable<JsonObject> FindPartials() =>
        manifest[ManifestSections.Sweep] is JsonObject sweep
            ? sweep.Select(axis => axis.Value).OfType<JsonArray>().SelectMany(values => values).OfType<JsonObject>()
            : [];

    /// <summary>JSON if it is JSON, text otherwise: 32, true and [2, 8] need no quotes, and neither do U2 and [U1, U2].</summary>
    private static JsonNode? ParseValue(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return IsPlainList(text) ? new JsonArray([.. text.Trim()[1..^1].Split(',').Select(value => ParseValue(value.Trim()))]) : JsonValue.Create(text);
        }
    }

    /// <summary>Brackets around values without any marks of JSON in them.</summary>
    private static bool IsPlainList(string text) => text.Trim() is ['[', .. { Length: > 0 } values, ']'] && values.AsSpan().IndexOfAny("[]{}\"") < 0 && values.Split(',').All(value => value.Trim().Length > 0);

    private void Refuse(ManifestPath path, string expected, string suggestion) =>
        faults.Add(new ManifestFault(ManifestFaultNumbers.PathLeadsNowhere, path.JsonPath, $"the path \"{path.Text}\" leads nowhere")
        {
            Expected = expected,
            Suggestion = suggestion,
            Origin = "--set",
        });
}
