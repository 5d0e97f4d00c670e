using System.Text.Json;
using FlowLab.Host.Manifests;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Reports;

/// <summary>Where the layout of a report comes from: the <c>report</c> section of the manifest.</summary>
internal static class ReportLayouts
{
    private static readonly JsonSerializerOptions ManifestSpelling = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The layout that a checked manifest asks for.</summary>
    public static ReportLayout Of(ReportSettings settings, string name) => new(
        settings.Title.Length > 0 ? settings.Title : name, NullIfEmpty(settings.Rows), settings.Columns,
        NullIfEmpty(settings.Curve?.X), NullIfEmpty(settings.Curve?.Series));

    /// <summary>The layout of a run that may be older than the plugins at hand: nothing but the report section is looked at.</summary>
    public static ReportLayout Read(RunFolder folder)
    {
        using JsonDocument manifest = JsonDocument.Parse(
            File.ReadAllText(folder.Manifest), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        ReportSettings settings = manifest.RootElement.TryGetProperty("report", out JsonElement report)
            ? report.Deserialize<ReportSettings>(ManifestSpelling) ?? new ReportSettings()
            : new ReportSettings();
        return Of(settings, manifest.RootElement.TryGetProperty("name", out JsonElement name) ? name.GetString() ?? "" : "");
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
