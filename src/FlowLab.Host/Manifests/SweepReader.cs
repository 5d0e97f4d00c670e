using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>Reads <c>sweep</c>: every key is an axis, either a path with plain values or a name with partial manifests.</summary>
internal sealed class SweepReader(FaultCollector faults, SettingsBinder binder)
{
    public const int MostCells = 10_000;

    private const string LabelKey = "label";

    private static readonly string Sections = string.Join(", ", ManifestSections.OfCell);

    /// <summary>The axes in the order written.</summary>
    public IReadOnlyList<SweepAxis> Read(ManifestValue sweep)
    {
        if (!sweep.Exists)
            return [];
        if (sweep.Kind != JsonValueKind.Object)
        {
            binder.RefuseType(sweep, "an object { } with one list per axis");
            return [];
        }
        List<SweepAxis> axes = [.. sweep.Keys.Select(key => ReadAxis(key, sweep.Child(key))).OfType<SweepAxis>()];
        CheckSize(sweep, axes);
        return axes;
    }

    private SweepAxis? ReadAxis(string name, ManifestValue list)
    {
        if (list.Kind != JsonValueKind.Array || list.Elements().Count == 0)
            return Refuse(ManifestFaultNumbers.AxisInvalid, list, $"axis \"{name}\" has no values", "a list with at least one value");
        bool isPath = ManifestPath.TryParse(name, out ManifestPath? path) && ManifestSections.OfCell.Contains(path.Section);
        if (!isPath && list.Elements().Any(element => element.Kind != JsonValueKind.Object))
            return RefuseName(name, list);
        IReadOnlyList<SweepValue> values = [.. list.Elements().Select(element => isPath ? ReadPlain(element) : ReadPartial(element)).OfType<SweepValue>()];
        CheckLabels(name, values);
        return new SweepAxis(name, isPath ? path : null, values);
    }

    private SweepValue? ReadPlain(ManifestValue element)
    {
        if (element.Kind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
        {
            Refuse(ManifestFaultNumbers.AxisInvalid, element, "a path can only take plain values",
                "a number, text, true or false; for more, name the axis freely and give partial manifests { \"label\": ..., ... }");
            return null;
        }
        string label = element.Kind == JsonValueKind.String ? element.Node!.GetValue<string>() : element.Excerpt;
        return new SweepValue(label, element.Node!, element.Path);
    }

    private SweepValue? ReadPartial(ManifestValue element)
    {
        ManifestValue label = element.Child(LabelKey);
        foreach (string key in element.Keys.Where(ManifestSections.OfExperiment.Contains))
            Refuse(ManifestFaultNumbers.NotSweepable, element.Child(key), $"\"{key}\" is the same for the whole experiment", $"{LabelKey} and any of {Sections}");
        if (label.Kind != JsonValueKind.String || label.Text.Trim().Length == 0)
        {
            Refuse(ManifestFaultNumbers.AxisInvalid, label, "a partial manifest has no label", "text in quotes that tells this value from the others");
            return null;
        }
        var partial = (JsonObject)element.Node!.DeepClone();
        partial.Remove(LabelKey);
        return new SweepValue(label.Text, partial, element.Path);
    }

    private void CheckLabels(string axis, IReadOnlyList<SweepValue> values)
    {
        foreach (IGrouping<string, SweepValue> same in values.GroupBy(value => value.Label, StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Add(new ManifestFault(ManifestFaultNumbers.AxisValueRepeated, same.Last().Source, $"axis \"{axis}\" has the value \"{same.Key}\" {same.Count()} times")
            {
                Expected = "different values",
            });
    }

    private void CheckSize(ManifestValue sweep, List<SweepAxis> axes)
    {
        double cells = axes.Aggregate(1.0, (product, axis) => product * axis.Values.Count);
        if (cells > MostCells)
            faults.Add(new ManifestFault(ManifestFaultNumbers.GridTooLarge, sweep.Path, $"the grid has {string.Join(" x ", axes.Select(axis => axis.Values.Count))} cells")
            {
                Expected = $"at most {MostCells} cells",
            });
    }

    private SweepAxis? RefuseName(string name, ManifestValue list)
    {
        string section = name.Split('.')[0];
        bool isOfExperiment = ManifestSections.OfExperiment.Contains(section);
        string near = isOfExperiment ? "" : NearestName.Find(section, ManifestSections.OfCell);
        faults.Add(new ManifestFault(
            isOfExperiment ? ManifestFaultNumbers.NotSweepable : ManifestFaultNumbers.PathLeadsNowhere, list.Path,
            isOfExperiment ? $"\"{section}\" is the same for the whole experiment" : $"the path \"{name}\" leads nowhere")
        {
            Expected = $"a path that starts with {Sections}, or a list of partial manifests {{ \"label\": ..., ... }}",
            Suggestion = near.Length == 0 ? "" : near + name[section.Length..],
        });
        return null;
    }

    private SweepAxis? Refuse(string number, ManifestValue value, string what, string expected)
    {
        faults.Add(new ManifestFault(number, value.Path, what) { Expected = expected, Actual = value.Exists ? value.Excerpt : "" });
        return null;
    }
}
