using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>
/// All that decides what a cell computes: its settings with defaults, its seeds and the builds of the plugins, as JSON in a fixed order. The
/// database keeps it, and a run is only resumed where it is still the same.
/// </summary>
internal static class CellSettingsJson
{
    public static string Of(CellManifest cell, IReadOnlyList<int> seeds) => new JsonObject
    {
        ["seeds"] = Of(seeds),
        ["target"] = Of(cell.Target),
        ["model"] = Of(cell.Model),
        ["base"] = Of(cell.Base),
        ["flow"] = new JsonArray([.. cell.Flow.Select(Of)]),
        ["objective"] = Of(cell.Objective),
        ["optimizer"] = Of(cell.Optimizer),
        ["learningRate"] = cell.LearningRate,
        ["schedule"] = Of(cell.Schedule),
        ["training"] = Of(cell.Training),
        ["evaluation"] = Of(cell.Evaluation),
    }.ToJsonString();

    /// <summary>The same settings for other seeds.</summary>
    /// <param name="settings">What <see cref="Of(CellManifest, IReadOnlyList{int})"/> wrote.</param>
    /// <param name="seeds">The seeds.</param>
    public static string WithSeeds(string settings, IReadOnlyList<int> seeds)
    {
        JsonNode json = JsonNode.Parse(settings)!;
        json["seeds"] = Of(seeds);
        return json.ToJsonString();
    }

    /// <summary>The components alone: what has to be built, whatever it is trained with.</summary>
    public static string OfComponents(CellManifest cell) => new JsonArray(
        [Of(cell.Target), .. cell.Flow.Select(Of), Of(cell.Optimizer), Of(cell.Schedule), Of(cell.Model), Of(cell.Base)]).ToJsonString();

    /// <summary>The target alone, without the build of its plugin: cells with the same have the same data.</summary>
    public static string OfTarget(CellManifest cell)
    {
        JsonNode? target = Of(cell.Target);
        (target as JsonObject)?.Remove("plugin");
        return target?.ToJsonString() ?? "";
    }

    private static JsonNode? Of(ComponentSelection? selection)
    {
        if (selection is null)
            return null;
        JsonObject json = new()
        {
            ["kind"] = selection.Component.Kind, ["name"] = selection.Component.Name,
            ["plugin"] = selection.Component.Plugin.Sha256, ["settings"] = Of(selection.Settings), ["parameters"] = Of(selection.Scope),
        };
        if (selection.Standardizes)
            json[ComponentBinder.StandardizeKey] = true;
        return json;
    }

    private static JsonNode? Of(object? value)
    {
        switch (value)
        {
            case null: return null;
            case bool flag: return JsonValue.Create(flag);
            case int number: return JsonValue.Create(number);
            case long number: return JsonValue.Create(number);
            case float number: return JsonValue.Create(number);
            case double number: return JsonValue.Create(number);
            case string text: return JsonValue.Create(text);
            case Enum name: return JsonValue.Create(JsonNamingPolicy.KebabCaseLower.ConvertName(name.ToString()));
            case System.Collections.IEnumerable list: return new JsonArray([.. list.Cast<object?>().Select(Of)]);
            default: return OfProperties(value);
        }
    }

    private static JsonObject OfProperties(object settings)
    {
        JsonObject json = [];
        foreach (PropertyInfo property in settings.GetType().GetProperties().Where(property => property.CanRead && property.GetIndexParameters().Length == 0))
            json[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = Of(property.GetValue(settings));
        return json;
    }
}
