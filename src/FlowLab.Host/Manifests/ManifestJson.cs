using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowLab.Host.Manifests;

/// <summary>How manifests are read and written: as the configuration system reads them, and without escaping what needs none.</summary>
internal static class ManifestJson
{
    /// <summary>Comments and trailing commas are allowed, as in every .NET configuration file.</summary>
    public static JsonReaderOptions Reading { get; } = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Compact { get; } = new(JsonSerializerOptions.Default) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For people.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Compact) { WriteIndented = true };
}
