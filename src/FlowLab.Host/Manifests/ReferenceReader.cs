using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>Reads <c>report.reference</c>.</summary>
internal sealed class ReferenceReader(FaultCollector faults, SettingsBinder binder)
{
    public const string Key = "reference";

    private static readonly string[] Keys = ["title", "metric", "values", "settings", "notes"];
    private static readonly string[] ValueKeys = ["at", "value", "note"];

    /// <summary>The reference; null if there is none, or none that could be read.</summary>
    /// <param name="value">The section.</param>
    /// <param name="axes">The axes of the sweep; null accepts any.</param>
    public ReferenceSettings? Read(ManifestValue value, IReadOnlyList<string>? axes)
    {
        if (value.Kind is JsonValueKind.Undefined or JsonValueKind.Null)
            return null;
        if (value.Kind != JsonValueKind.Object)
        {
            binder.RefuseType(value, "an object { \"title\": ..., \"metric\": ..., \"values\": [ ] }");
            return null;
        }
        binder.CheckKeys(value, Keys);
        string title = ReadText(value.Child("title"), isRequired: true), metric = ReadText(value.Child("metric"), isRequired: true);
        IReadOnlyList<ReferenceValue> values = [.. ReadList(value.Child("values"), isRequired: true).Select(element => ReadValue(element, axes)).OfType<ReferenceValue>()];
        return new ReferenceSettings(title, metric, values, ReadSettings(value.Child("settings")), [.. ReadList(value.Child("notes"), isRequired: false).Select(note => ReadText(note, isRequired: true))]);
    }

    private ReferenceValue? ReadValue(ManifestValue element, IReadOnlyList<string>? axes)
    {
        if (element.Kind != JsonValueKind.Object)
        {
            binder.RefuseType(element, "an object { \"at\": { \"axis\": \"label\" }, \"value\": 87.5 }");
            return null;
        }
        binder.CheckKeys(element, ValueKeys);
        ManifestValue number = element.Child("value");
        if (!number.Exists)
            binder.RefuseMissing(number.Path, "a number");
        else if (number.Kind != JsonValueKind.Number)
            binder.RefuseType(number, "a number");
        double value = number.Kind == JsonValueKind.Number ? number.Node!.GetValue<double>() : double.NaN;
        return new ReferenceValue(ReadPlace(element.Child("at"), axes), value, ReadText(element.Child("note"), isRequired: false));
    }

    private OrderedDictionary<string, string> ReadPlace(ManifestValue at, IReadOnlyList<string>? axes)
    {
        var place = new OrderedDictionary<string, string>();
        if (at.Kind != JsonValueKind.Object)
        {
            if (at.Exists)
                binder.RefuseType(at, "an object { } with a label per axis");
            else
                binder.RefuseMissing(at.Path, "an object { } with a label per axis");
            return place;
        }
        foreach (ManifestValue label in at.Keys.Select(at.Child))
        {
            if (label.Kind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
                binder.RefuseType(label, "a label or plain value of the axis");
        }
        foreach (string axis in at.Keys)
        {
            CheckAxis(axis, at.Child(axis).Path, axes);
            place[axis] = at.Child(axis) is { Kind: JsonValueKind.String } text ? text.Node!.GetValue<string>() : at.Child(axis).Excerpt;
        }
        return place;
    }

    private void CheckAxis(string axis, string path, IReadOnlyList<string>? axes)
    {
        if (axes is not null && !axes.Contains(axis))
            faults.Add(new ManifestFault(ManifestFaultNumbers.UnknownAxis, path, $"the sweep has no axis \"{axis}\"")
            {
                Expected = axes.Count == 0 ? "no axis, as nothing is swept" : $"one of {string.Join(", ", axes)}",
                Suggestion = NearestName.Find(axis, axes),
            });
    }

    private OrderedDictionary<string, JsonNode?> ReadSettings(ManifestValue settings)
    {
        var read = new OrderedDictionary<string, JsonNode?>();
        if (settings.Exists && settings.Kind != JsonValueKind.Object)
            binder.RefuseType(settings, "an object { } with paths such as \"training.updates\" and values");
        foreach ((string path, JsonNode? value) in settings.Node as JsonObject ?? [])
            read[path] = value?.DeepClone();
        return read;
    }

    private string ReadText(ManifestValue value, bool isRequired)
    {
        if (value.Kind == JsonValueKind.String)
            return value.Node!.GetValue<string>();
        if (value.Exists)
            binder.RefuseType(value, "text in quotes");
        else if (isRequired)
            binder.RefuseMissing(value.Path, "text in quotes");
        return "";
    }

    private IReadOnlyList<ManifestValue> ReadList(ManifestValue value, bool isRequired)
    {
        if (value.Kind == JsonValueKind.Array)
            return value.Elements();
        if (value.Exists)
            binder.RefuseType(value, "a list [ ]");
        else if (isRequired)
            binder.RefuseMissing(value.Path, "a list [ ]");
        return [];
    }
}
