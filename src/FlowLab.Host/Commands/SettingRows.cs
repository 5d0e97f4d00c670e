using System.Text.Json;
using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary>The settings of a component as lines for programs; nested ones by their path.</summary>
internal static class SettingRows
{
    /// <summary>A line per setting, those within objects and lists of objects below them.</summary>
    public static IEnumerable<JsonObject> Of(PluginComponent component) =>
        component.Settings is { } model ? Of(component, model, "") : [];

    private static IEnumerable<JsonObject> Of(PluginComponent component, SettingsModel model, string path) => model.Properties.SelectMany(property =>
    {
        string name = path + property.Name;
        SettingsModel? nested = property.Shape.Nested ?? property.Shape.Element?.Nested;
        return (IEnumerable<JsonObject>)[Row(component, property, name), .. nested is null ? [] : Of(component, nested, name + ".")];
    });

    private static JsonObject Row(PluginComponent component, SettingsProperty property, string name) => new()
    {
        ["kind"] = component.Kind, ["component"] = component.Name, ["setting"] = name, ["takes"] = property.Shape.Describe(), ["required"] = property.IsRequired,
        ["default"] = property.IsRequired || property.Shape.Nested is not null ? null : JsonSerializer.SerializeToNode(property.Default, ManifestJson.Compact),
        ["unit"] = property.Shape.Unit, ["help"] = property.Description,
    };
}
