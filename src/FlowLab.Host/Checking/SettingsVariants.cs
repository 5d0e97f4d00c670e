using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Checking;

/// <summary>The settings that a component is checked with: its defaults, and every other word of every choice and every other side of every switch, one at a time.</summary>
internal static class SettingsVariants
{
    /// <summary>The variants; the first has no label and is what the command line says over the defaults.</summary>
    /// <param name="component">The component.</param>
    /// <param name="stated">What the command line says; a setting that it states does not vary.</param>
    public static IEnumerable<(string Label, JsonObject Settings)> Of(PluginComponent component, JsonObject stated)
    {
        yield return ("", (JsonObject)stated.DeepClone());
        if (component.Settings is null)
            yield break;
        foreach ((string path, JsonNode value) in Choices(component.Settings, ""))
        {
            var settings = (JsonObject)stated.DeepClone();
            if (!ManifestPath.TryParse(path, out ManifestPath? parsed) || IsStated(stated, path) || !parsed.TrySet(settings, value))
                continue;
            yield return ($"{path} = {value}", settings);
        }
    }

    private static bool IsStated(JsonObject stated, string path)
    {
        JsonNode? node = stated;
        foreach (string key in path.Split('.'))
            node = (node as JsonObject)?[key];
        return node is not null;
    }

    private static IEnumerable<(string Path, JsonNode Value)> Choices(SettingsModel model, string prefix)
    {
        foreach (SettingsProperty property in model.Properties)
        {
            string path = prefix + property.Name;
            if (property.Shape.Form == SettingForm.Nested)
                foreach ((string, JsonNode) inner in Choices(property.Shape.Nested!, path + "."))
                    yield return inner;
            else if (property.Shape.Form == SettingForm.Flag)
                yield return (path, JsonValue.Create(property.Default is not true));
            else if (property.Shape.Form == SettingForm.Choice)
                foreach (string choice in property.Shape.Choices.Where(choice => choice != Spell(property)))
                    yield return (path, JsonValue.Create(choice)!);
        }
    }

    private static string Spell(SettingsProperty property) =>
        property.Shape.Type.IsEnum ? SettingsModelReader.Spell($"{property.Default}") : $"{property.Default}";
}
