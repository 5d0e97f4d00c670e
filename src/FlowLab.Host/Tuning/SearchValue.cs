using System.Text.Json.Nodes;

namespace FlowLab.Host.Tuning;

/// <summary>One value of a dimension.</summary>
/// <param name="Label">How tables call it.</param>
/// <param name="Node">A plain value, or a partial manifest.</param>
internal sealed record SearchValue(string Label, JsonNode Node);
