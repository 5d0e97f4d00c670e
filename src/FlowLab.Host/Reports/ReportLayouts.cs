using System.Text.Json;
using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>
/// Where the layout of a report comes from: the resolved manifest. Nothing but its report section, name and preset is looked at, so that a
/// run may be older than the plugins at hand.
/// </summary>
internal static class ReportLayouts
{
    private static readonly JsonSerializerOptions ManifestSpelling = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The layout that a run's manifest asks for.</summary>
    public static ReportLayout Read(RunFolder folder) => Parse(File.ReadAllText(folder.Manifest));

    /// <summary>The layout that a resolved manifest asks for.</summary>
    public static ReportLayout Parse(string resolvedManifest)
    {
        JsonObject manifest = JsonNode.Parse(resolvedManifest, documentOptions: Reading) as JsonObject ?? [];
        ReportSettings settings = manifest[ManifestSections.Report].Deserialize<ReportSettings>(ManifestSpelling) ?? new ReportSettings();
        string name = Text(manifest["name"]);
        return new ReportLayout(
            settings.Title.Length > 0 ? settings.Title : name, NullIfEmpty(settings.Rows), settings.Columns,
            NullIfEmpty(settings.Curve?.X), NullIfEmpty(settings.Curve?.Series))
        {
            CurveMetrics = settings.Curve?.Metrics ?? [],
            Reference = ReferenceOf(manifest),
            Preset = PresetOf(manifest)?.ToString() ?? "",
        };
    }

    /// <summary>The manifest was checked when the run was started; a reference that has been spoiled since is left out.</summary>
    private static ReferenceSettings? ReferenceOf(JsonObject manifest)
    {
        var faults = new FaultCollector();
        ReferenceSettings? reference = new ReferenceReader(faults, new SettingsBinder(faults))
            .Read(ManifestValue.From(manifest).Child(ManifestSections.Report).Child(ReferenceReader.Key), axes: null);
        return faults.Faults.Count == 0 ? reference : null;
    }

    private static AppliedPreset? PresetOf(JsonObject manifest)
    {
        string name = Text(manifest[PresetApplier.PresetKey]);
        return name.Length == 0 ? null : new AppliedPreset(name, Text((manifest[PresetApplier.PresetsKey]?[name] as JsonObject)?["description"]));
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
