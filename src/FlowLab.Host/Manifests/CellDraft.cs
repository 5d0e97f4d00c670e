using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>One cell's manifest before it is bound.</summary>
/// <param name="Document">The base manifest with this cell's values in place; only keys that make up a cell.</param>
/// <param name="Labels">Axis to value label, in the order of the axes.</param>
/// <param name="Origins">Who put values there.</param>
internal sealed record CellDraft(JsonObject Document, OrderedDictionary<string, string> Labels, IReadOnlyList<ValueOrigin> Origins);
