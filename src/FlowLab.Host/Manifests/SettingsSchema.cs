using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Manifests;

/// <summary>The JSON Schema of a settings class: types from the runtime's exporter; help, ranges, units and defaults from the settings model.</summary>
internal sealed class SettingsSchema
{
    private readonly SettingsModel _model;

    private SettingsSchema(SettingsModel model) => _model = model;

    /// <summary>The schema of an object with these settings and no other keys.</summary>
    public static JsonObject Of(SettingsModel model) => new SettingsSchema(model).Export();

    private JsonObject Export()
    {
        // One set of options per export: they hold on to the types they have seen, and so would keep a plugin from unloading.
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            IgnoreReadOnlyProperties = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        var exporting = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Annotate(context.Path, node) };
        return (JsonObject)options.GetJsonSchemaAsNode(_model.Type, exporting);
    }

    private JsonNode Annotate(ReadOnlySpan<string> path, JsonNode node)
    {
        if (node is not JsonObject schema || Find(path) is not { } property)
            return node;
        bool isElement = path[^1] == "items";
        SettingShape shape = isElement ? property.Shape.Element! : property.Shape;
        AddLimits(schema, shape);
        if (isElement)
            return schema;
        if (property.Description.Length > 0)
            schema.Insert(0, "description", shape.Unit.Length == 0 ? property.Description : $"{property.Description} In {shape.Unit}.");
        if (!property.IsRequired && shape.Form != SettingForm.Nested)
            schema["default"] = ToJson(property.Default);
        return schema;
    }

    /// <summary>The setting that a path such as properties, annealing, properties, start leads to; null for the class itself.</summary>
    private SettingsProperty? Find(ReadOnlySpan<string> path)
    {
        SettingsModel? model = _model;
        SettingsProperty? property = null;
        for (int index = 0; index + 1 < path.Length; index++)
        {
            if (path[index] != "properties")
                continue;
            property = model?.Find(path[++index]);
            model = property?.Shape.Nested ?? property?.Shape.Element?.Nested;
        }
        return property;
    }

    private static void AddLimits(JsonObject schema, SettingShape shape)
    {
        if (shape.Form == SettingForm.Choice && !shape.Type.IsEnum)
            schema["enum"] = new JsonArray([.. shape.Choices.Select(choice => (JsonNode)choice)]);
        if (shape.Range is not { } range || shape.Form is not (SettingForm.WholeNumber or SettingForm.Number))
            return;
        schema[range.ExcludesMinimum ? "exclusiveMinimum" : "minimum"] = range.Minimum;
        schema[range.ExcludesMaximum ? "exclusiveMaximum" : "maximum"] = range.Maximum;
    }

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        Enum choice => SettingsModelReader.Spell(choice.ToString()),
        _ => JsonSerializer.SerializeToNode(value, value.GetType()),
    };
}
