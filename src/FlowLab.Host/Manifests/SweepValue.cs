using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>One value of an axis.</summary>
/// <param name="Label">How tables, figures and cell ids call it.</param>
/// <param name="Node">A plain value, or a partial manifest without its label.</param>
/// <param name="Source">JSON path of the value in the manifest.</param>
internal sealed record SweepValue(string Label, JsonNode Node, string Source);
