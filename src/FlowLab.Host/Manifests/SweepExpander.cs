using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>Makes the grid: the cartesian product of the axes in the order written, the last varying fastest.</summary>
internal sealed class SweepExpander(FaultCollector faults)
{
    /// <summary>One draft per cell; partial manifests are merged first, then paths are assigned.</summary>
    public IReadOnlyList<CellDraft> Expand(JsonObject manifest, IReadOnlyList<SweepAxis> axes, IReadOnlyList<ValueOrigin> origins)
    {
        var common = (JsonObject)manifest.DeepClone();
        foreach (string key in ManifestSections.OfExperiment)
            common.Remove(key);
        return [.. Combine(axes).Select(values => Draft(common, axes, values, origins))];
    }

    private static IEnumerable<IReadOnlyList<SweepValue>> Combine(IReadOnlyList<SweepAxis> axes) =>
        axes.Aggregate<SweepAxis, IEnumerable<IReadOnlyList<SweepValue>>>(
            [[]], (rows, axis) => rows.SelectMany(row => axis.Values.Select(value => (IReadOnlyList<SweepValue>)[.. row, value])));

    private CellDraft Draft(JsonObject common, IReadOnlyList<SweepAxis> axes, IReadOnlyList<SweepValue> values, IReadOnlyList<ValueOrigin> origins)
    {
        var document = (JsonObject)common.DeepClone();
        List<ValueOrigin> placed = [.. origins];
        var labels = new OrderedDictionary<string, string>();
        foreach ((SweepAxis axis, SweepValue value) in axes.Zip(values))
            labels.Add(axis.Name, value.Label);
        foreach ((SweepAxis axis, SweepValue value) in axes.Zip(values).Where(pair => pair.First.Path is null))
            Merge(document, (JsonObject)value.Node, JsonPath.Root, value.Source, placed);
        foreach ((SweepAxis axis, SweepValue value) in axes.Zip(values).Where(pair => pair.First.Path is not null))
            Assign(document, axis.Path!, value, placed);
        return new CellDraft(document, labels, placed);
    }

    /// <summary>Objects merge key by key, null removes a key; everything else, arrays too, is replaced.</summary>
    private static void Merge(JsonObject target, JsonObject partial, string path, string source, List<ValueOrigin> placed)
    {
        foreach ((string key, JsonNode? value) in partial)
        {
            string keyPath = JsonPath.Property(path, key), keySource = JsonPath.Property(source, key);
            if (value is JsonObject inner && target[key] is JsonObject existing)
            {
                Merge(existing, inner, keyPath, keySource, placed);
                continue;
            }
            if (value is null)
                target.Remove(key);
            else
                target[key] = value.DeepClone();
            placed.Add(new ValueOrigin(keyPath, keySource));
        }
    }

    private void Assign(JsonObject document, ManifestPath path, SweepValue value, List<ValueOrigin> placed)
    {
        if (path.TrySet(document, value.Node))
            placed.Add(new ValueOrigin(path.JsonPath, value.Source));
        else
            faults.Add(new ManifestFault(ManifestFaultNumbers.PathLeadsNowhere, JsonPath.Property("$.sweep", path.Text), $"the path \"{path.Text}\" leads nowhere")
            {
                Expected = "a path whose list elements are in the manifest and whose other parts are objects { }",
            });
    }
}
