using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>Published numbers that the report shows beside those of the run, and the settings that they were made with.</summary>
/// <param name="Title">Where they are from: authors, year, table.</param>
/// <param name="Metric">The metric that they are numbers of.</param>
/// <param name="Values">The numbers.</param>
/// <param name="Settings">Path into the manifest to what the reference used, as far as it says.</param>
/// <param name="Notes">What else a reader has to know.</param>
public sealed record ReferenceSettings(
    string Title, string Metric, IReadOnlyList<ReferenceValue> Values, IReadOnlyDictionary<string, JsonNode?> Settings, IReadOnlyList<string> Notes)
{
    /// <summary>The number for a cell with these labels; null if there is none.</summary>
    public ReferenceValue? Find(IReadOnlyDictionary<string, string> labels) => Values.FirstOrDefault(value => value.IsAbout(labels));
}
