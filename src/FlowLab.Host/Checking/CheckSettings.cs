using System.Text.Json;
using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Checking;

/// <summary>Settings of a check, from <c>--set</c> and bound as those of a manifest are.</summary>
internal static class CheckSettings
{
    private const string LengthKey = "length";

    /// <summary>The settings that <c>--set path=value</c> states.</summary>
    /// <exception cref="FlowLabException">One of them is no assignment.</exception>
    public static JsonObject Parse(IEnumerable<string> sets)
    {
        var settings = new JsonObject();
        foreach (string set in sets)
        {
            int equals = set.IndexOf('=');
            if (equals <= 0 || !ManifestPath.TryParse(set[..equals].Trim(), out ManifestPath? path) || !path.TrySet(settings, ParseValue(set[(equals + 1)..])))
                throw new FlowLabException(ManifestFaultNumbers.OverrideMalformed, $"--set {set} is no assignment; expected path=value, such as --set length=32");
        }
        return settings;
    }

    /// <summary>The settings object of a component; null if it takes none.</summary>
    /// <param name="component">The component.</param>
    /// <param name="settings">What is stated.</param>
    /// <param name="length">Layers of a flow whose number of layers is a setting; null: as stated.</param>
    /// <exception cref="FlowLabException">Something does not fit.</exception>
    public static object? Bind(PluginComponent component, JsonObject settings, int? length = null)
    {
        if (component.Settings is not { } model)
            return null;
        var all = (JsonObject)settings.DeepClone();
        if (length is { } layers && HasLength(model) && !all.ContainsKey(LengthKey))
            all[LengthKey] = layers;
        var faults = new FaultCollector();
        object bound = new SettingsBinder(faults).Bind(model, ManifestValue.From(all));
        return faults.Faults is [var first, ..]
            ? throw new FlowLabException(first.Number, $"settings of {component.Kind} \"{component.Name}\": {first.ToString()[(first.Number.Length + 1)..]}; state it with --set, such as --set {JsonPathKey(first)}=...")
            : bound;
    }

    private static bool HasLength(SettingsModel model) => model.Find(LengthKey) is { Shape.Form: SettingForm.WholeNumber };

    private static string JsonPathKey(ManifestFault fault) => fault.Path.StartsWith("$.", StringComparison.Ordinal) ? fault.Path[2..] : fault.Path;

    /// <summary>JSON if it is JSON, text otherwise, as in <c>flowlab run --set</c>.</summary>
    private static JsonNode? ParseValue(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
