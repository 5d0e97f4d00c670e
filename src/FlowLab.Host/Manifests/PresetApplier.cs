using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>
/// Merges the preset that <c>preset</c> names over the manifest: objects merge key by key, null removes a key, everything else replaces
/// (RFC 7396). What is left of <c>presets</c> is the applied one's description, so that the resolved manifest tells what was applied and
/// applying it again changes nothing.
/// </summary>
internal sealed class PresetApplier(JsonObject manifest, FaultCollector faults, SettingsBinder binder)
{
    public const string PresetKey = "preset";
    public const string PresetsKey = "presets";

    private const string DescriptionKey = "description";

    private readonly List<ValueOrigin> _origins = [];

    /// <summary>Keys that a preset may have.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. ManifestSections.All.Except([ManifestSections.Schema, PresetKey, PresetsKey])];

    /// <summary>Whether an assignment <c>path=value</c> is about presets, and so has to be made before they are applied.</summary>
    public static bool IsAboutPresets(string set) =>
        set.Split('=', '.')[0].Trim() is { } section && (section.Equals(PresetKey, StringComparison.OrdinalIgnoreCase) || section.Equals(PresetsKey, StringComparison.OrdinalIgnoreCase));

    /// <summary>Applies the preset; null if none is named, or after a fault. Which values come from it is added to <paramref name="origins"/>.</summary>
    public AppliedPreset? Apply(List<ValueOrigin> origins)
    {
        ManifestValue root = ManifestValue.From(manifest);
        ManifestValue presets = root.Child(PresetsKey), name = root.Child(PresetKey);
        CheckPresets(presets);
        AppliedPreset? applied = name.Kind is JsonValueKind.Undefined or JsonValueKind.Null ? null : Find(presets, name);
        manifest.Remove(PresetsKey);
        if (applied is not null)
            manifest[PresetsKey] = new JsonObject { [applied.Name] = new JsonObject { [DescriptionKey] = applied.Description } };
        else
            manifest.Remove(PresetKey);
        origins.AddRange(_origins);
        return applied;
    }

    private void CheckPresets(ManifestValue presets)
    {
        if (presets.Exists && presets.Kind != JsonValueKind.Object)
            binder.RefuseType(presets, "an object { } with one partial manifest per preset");
        foreach (ManifestValue preset in presets.Keys.Select(presets.Child))
        {
            if (preset.Kind != JsonValueKind.Object)
                binder.RefuseType(preset, "a partial manifest { \"description\": ..., ... }");
            binder.CheckKeys(preset, Keys);
            ManifestValue description = preset.Child(DescriptionKey);
            if (description.Exists && description.Kind != JsonValueKind.String)
                binder.RefuseType(description, "text in quotes");
        }
    }

    private AppliedPreset? Find(ManifestValue presets, ManifestValue name)
    {
        string[] names = [.. presets.Keys];
        string allowed = names.Length == 0 ? "no preset, as the manifest has none" : $"one of {string.Join(", ", names)}";
        if (name.Kind != JsonValueKind.String)
            binder.RefuseType(name, $"the name of a preset in quotes: {allowed}");
        else if (names.Contains(name.Text) && presets.Child(name.Text).Node is JsonObject preset)
            return Merge(name.Text, preset);
        else if (!names.Contains(name.Text))
            faults.Add(new ManifestFault(ManifestFaultNumbers.UnknownPreset, name.Path, $"there is no preset \"{name.Text}\"")
            {
                Expected = allowed,
                Suggestion = NearestName.Find(name.Text, names),
            });
        return null;
    }

    private AppliedPreset Merge(string name, JsonObject preset)
    {
        var partial = (JsonObject)preset.DeepClone();
        string description = partial[DescriptionKey] is JsonValue text && text.TryGetValue(out string? value) ? value : "";
        partial.Remove(DescriptionKey);
        Merge(manifest, partial, JsonPath.Root, JsonPath.Property(JsonPath.Property(JsonPath.Root, PresetsKey), name));
        return new AppliedPreset(name, description);
    }

    private void Merge(JsonObject target, JsonObject partial, string path, string source)
    {
        foreach ((string key, JsonNode? value) in partial)
        {
            string keyPath = JsonPath.Property(path, key), keySource = JsonPath.Property(source, key);
            if (value is JsonObject inner)
            {
                if (target[key] is not JsonObject)
                    target[key] = new JsonObject();
                Merge((JsonObject)target[key]!, inner, keyPath, keySource);
                continue;
            }
            if (value is null)
                target.Remove(key);
            else
                target[key] = value.DeepClone();
            _origins.Add(new ValueOrigin(keyPath, keySource));
        }
    }
}
