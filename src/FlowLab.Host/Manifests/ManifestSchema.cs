using System.Text.Json.Nodes;
using FlowLab.Host.Plugins;
using FlowLab.Plugins;

namespace FlowLab.Host.Manifests;

/// <summary>The JSON Schema (draft 7) of manifests with the plugins at hand: what editors complete and check while one types.</summary>
public sealed class ManifestSchema
{
    private const string Partial = "partial";

    private readonly PluginCatalog _catalog;

    private ManifestSchema(PluginCatalog catalog) => _catalog = catalog;

    /// <summary>The schema as indented JSON.</summary>
    public static string Write(PluginCatalog catalog) => new ManifestSchema(catalog).Build().ToJsonString(ManifestJson.Indented) + "\n";

    private JsonObject Build() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "FlowLab experiment manifest",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("name"),
        ["properties"] = DescribeKeys(),
        ["definitions"] = DescribeParts(),
    };

    private static JsonObject DescribeKeys()
    {
        JsonObject keys = ((JsonObject)SettingsSchema.Of(ManifestSections.ExperimentModel)["properties"]!).DeepClone().AsObject();
        keys.Insert(0, ManifestSections.Schema, new JsonObject { ["type"] = "string" });
        foreach (string section in ManifestSections.OfCell)
            keys[section] = Reference(section);
        keys[PresetApplier.PresetKey] = PresetSchema.Name();
        keys[PresetApplier.PresetsKey] = PresetSchema.List(DescribeSeeds(), DescribeSweep());
        keys[ManifestSections.Seeds] = DescribeSeeds();
        keys[ManifestSections.Report] = Reference(ManifestSections.Report);
        keys[ManifestSections.Sweep] = DescribeSweep();
        keys[ManifestSections.Search] = Reference(ManifestSections.Search);
        return keys;
    }

    private JsonObject DescribeParts() => new()
    {
        [ManifestSections.Target] = OneOf("What the flow is fitted to.", [.. Variants(ComponentKinds.Energy, TargetKeys), .. Expressions(), .. Variants(ComponentKinds.Dataset, TargetKeys)]),
        [ManifestSections.Model] = SettingsSchema.Of(ManifestSections.LatentModel),
        [ManifestSections.Base] = SettingsSchema.Of(ManifestSections.BaseModel),
        [ManifestSections.Flow] = new JsonObject
        {
            ["description"] = "The segments of the flow, in order.",
            ["type"] = "array",
            ["items"] = OneOf("A segment of the flow.", Variants(ComponentKinds.Flow, SegmentKeys)),
        },
        [ManifestSections.Objective] = SettingsSchema.Of(ManifestSections.ObjectiveModel),
        [ManifestSections.Optimizer] = OneOf("The update rule.", Variants(ComponentKinds.Optimizer, OptimizerKeys)),
        [ComponentKinds.Schedule] = OneOf("The learning-rate schedule.", [ScheduleNames(), .. Variants(ComponentKinds.Schedule, TypeKey)]),
        [ManifestSections.Training] = SettingsSchema.Of(ManifestSections.TrainingModel),
        [ManifestSections.Evaluation] = SettingsSchema.Of(ManifestSections.EvaluationModel),
        [ManifestSections.Report] = DescribeReport(),
        [ManifestSections.Search] = SearchSchema.Describe(),
        [Partial] = DescribePartial(),
    };

    private IEnumerable<JsonObject> Variants(string kind, Func<PluginComponent, JsonObject> keys) =>
        _catalog.Components.Where(component => component.Kind == kind).Select(component => Variant(component, keys(component)));

    /// <summary>The short form of an energy that is an expression.</summary>
    private IEnumerable<JsonObject> Expressions()
    {
        if (_catalog.Find(ComponentKinds.Energy, ComponentBinder.ExpressionType) is not { } component)
            yield break;
        JsonObject variant = Variant(component, TypeKey(component));
        JsonArray required = variant["required"]!.AsArray();
        required.Remove(required.Single(key => key!.GetValue<string>() == "name"));
        yield return variant;
    }

    /// <summary>An object that names one component and holds its settings.</summary>
    private static JsonObject Variant(PluginComponent component, JsonObject keys)
    {
        JsonObject settings = component.Settings is { } model ? SettingsSchema.Of(model) : [];
        var required = (settings["required"] as JsonArray)?.DeepClone().AsArray() ?? [];
        foreach (string key in RequiredKeys(component))
            required.Add(key);
        foreach ((string name, JsonNode? schema) in settings["properties"] as JsonObject ?? [])
            keys[name] = component.Kind == ComponentKinds.Flow && name == "length" ? OrGrowing((JsonObject)schema!.DeepClone()) : schema!.DeepClone();
        return new JsonObject
        {
            ["title"] = component.Name,
            ["description"] = component.Source.Length == 0 ? component.Summary : $"{component.Summary} {component.Source}",
            ["type"] = "object",
            ["properties"] = keys,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
    }

    /// <summary>A length may be left to <c>flowlab tune</c>.</summary>
    private static JsonObject OrGrowing(JsonObject length)
    {
        length["description"] = $"{length["description"]} \"auto\": as many as flowlab tune finds worth it, layer by layer.";
        length["type"] = new JsonArray("integer", "string");
        length["pattern"] = "^auto$";
        return length;
    }

    private static IEnumerable<string> RequiredKeys(PluginComponent component) => component.Kind switch
    {
        ComponentKinds.Energy or ComponentKinds.Dataset => ["type", "name"],
        ComponentKinds.Optimizer when component.Name == ManifestSections.DefaultOptimizer => [],
        _ => ["type"],
    };

    private static JsonObject TargetKeys(PluginComponent component)
    {
        JsonObject keys = new() { ["type"] = Only(component.Kind), ["name"] = Only(component.Name) };
        if (component.Kind == ComponentKinds.Dataset)
        {
            keys[ComponentBinder.StandardizeKey] = new JsonObject
            {
                ["description"] = "Whether the flow sees every number of the data with mean 0 and deviation 1; likelihoods stay those of the data.", ["type"] = "boolean", ["default"] = false,
            };
        }
        return keys;
    }

    private static JsonObject TypeKey(PluginComponent component) => new() { ["type"] = Only(component.Name) };

    private static JsonObject SegmentKeys(PluginComponent component)
    {
        JsonObject keys = TypeKey(component);
        keys[ComponentBinder.ScopeKey] = new JsonObject
        {
            ["description"] = "Whose the flow's parameters are in a latent model: outputs of the inference network for every data point, or one set per seed.",
            ["type"] = "string",
            ["enum"] = new JsonArray([.. Enum.GetNames<Flows.ParameterScope>().Select(name => (JsonNode)SettingsModelReader.Spell(name))]),
        };
        return keys;
    }

    private static JsonObject OptimizerKeys(PluginComponent component)
    {
        JsonObject keys = TypeKey(component);
        foreach ((string name, JsonNode? schema) in (JsonObject)SettingsSchema.Of(ManifestSections.LearningRateModel)["properties"]!)
            keys[name] = schema!.DeepClone();
        keys[ComponentKinds.Schedule] = Reference(ComponentKinds.Schedule);
        return keys;
    }

    private JsonObject ScheduleNames() => new()
    {
        ["title"] = "a schedule with its defaults",
        ["type"] = "string",
        ["enum"] = new JsonArray([.. _catalog.NamesOf(ComponentKinds.Schedule).Select(name => (JsonNode)name)]),
    };

    private static JsonObject DescribeReport()
    {
        JsonObject report = SettingsSchema.Of(ManifestSections.ReportModel);
        report["properties"]![ReferenceReader.Key] = ReferenceSchema.Describe();
        return report;
    }

    private static JsonObject DescribeSeeds() => OneOf("The seeds that every cell is trained for.",
    [
        new JsonObject { ["title"] = "a count: seeds 0 .. n - 1", ["type"] = "integer", ["minimum"] = 1, ["maximum"] = SeedsReader.MostSeeds },
        new JsonObject { ["title"] = "a list", ["type"] = "array", ["minItems"] = 1, ["uniqueItems"] = true, ["items"] = WholeNumber(0) },
        new JsonObject
        {
            ["title"] = "a range",
            ["type"] = "object",
            ["properties"] = new JsonObject { ["first"] = WholeNumber(0), ["count"] = WholeNumber(1) },
            ["required"] = new JsonArray("count"),
            ["additionalProperties"] = false,
        },
    ]);

    private static JsonObject DescribeSweep() => new()
    {
        ["description"] = "Axes of the grid: a path such as flow.0.length with plain values, or any other name with partial manifests.",
        ["type"] = "object",
        ["additionalProperties"] = new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["uniqueItems"] = true,
            ["items"] = OneOf("A plain value, or a partial manifest.", [new JsonObject { ["type"] = new JsonArray("number", "string", "boolean") }, Reference(Partial)]),
        },
    };

    /// <summary>A partial target or optimizer need not name its component, so its settings are checked once it is merged.</summary>
    private static JsonObject DescribePartial()
    {
        var keys = new JsonObject { ["label"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 } };
        foreach (string section in ManifestSections.OfCell)
            keys[section] = section is ManifestSections.Target or ManifestSections.Optimizer ? new JsonObject { ["type"] = "object" } : Reference(section);
        return new JsonObject { ["type"] = "object", ["properties"] = keys, ["required"] = new JsonArray("label"), ["additionalProperties"] = false };
    }

    private static JsonObject OneOf(string description, IEnumerable<JsonObject> variants) =>
        new() { ["description"] = description, ["oneOf"] = new JsonArray([.. variants]) };

    private static JsonObject Only(string value) => new() { ["type"] = "string", ["enum"] = new JsonArray(value) };

    private static JsonObject WholeNumber(int minimum) => new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = int.MaxValue };

    private static JsonObject Reference(string part) => new() { ["$ref"] = $"#/definitions/{part}" };
}
