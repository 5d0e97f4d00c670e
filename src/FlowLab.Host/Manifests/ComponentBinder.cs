using System.Text.Json;
using FlowLab.Flows;
using FlowLab.Host.Plugins;
using FlowLab.Plugins;

namespace FlowLab.Host.Manifests;

/// <summary>Finds the component that a part of a manifest names and binds the settings beside its name.</summary>
internal sealed class ComponentBinder(PluginCatalog catalog, FaultCollector faults, SettingsBinder binder)
{
    private const string EnergyType = ComponentKinds.Energy;
    private const string DatasetType = ComponentKinds.Dataset;

    /// <summary>The energy that is an expression: <c>"type": "expression"</c> is short for its name beside <c>"type": "energy"</c>.</summary>
    public const string ExpressionType = "expression";

    /// <summary>The key of a segment that says whose its parameters are.</summary>
    public const string ScopeKey = "parameters";

    /// <summary>The key of a dataset that says whether the flow sees its numbers standardized.</summary>
    public const string StandardizeKey = "standardize";

    private static readonly IReadOnlyList<string> Scopes = [.. Enum.GetNames<ParameterScope>().Select(SettingsModelReader.Spell)];

    /// <summary><c>target</c>: type says energy or dataset, name says which; or type is that of an expression.</summary>
    public ComponentSelection? BindTarget(ManifestValue target)
    {
        if (!IsObject(target))
            return null;
        ManifestValue type = target.Child("type");
        if (type.Kind == JsonValueKind.String && type.Text is EnergyType or DatasetType)
            return BindNamed(type.Text, target, target.Child("name")) is { } bound ? bound with { Standardizes = BindStandardize(target.Child(StandardizeKey)) } : null;
        if (type is { Kind: JsonValueKind.String, Text: ExpressionType })
            return BindFound(EnergyType, ExpressionType, target, type);
        RefuseTargetType(type);
        return null;
    }

    /// <summary>A segment of the flow: type names the component, parameters says whose they are.</summary>
    public ComponentSelection? BindSegment(ManifestValue segment)
    {
        if (!IsObject(segment) || BindNamed(ComponentKinds.Flow, segment, segment.Child("type")) is not { } flow)
            return null;
        return flow with { Scope = BindScope(segment.Child(ScopeKey)) };
    }

    /// <summary><c>optimizer</c>: type names the component.</summary>
    public ComponentSelection? BindOptimizer(ManifestValue optimizer) =>
        !optimizer.Exists || (optimizer.Kind == JsonValueKind.Object && !optimizer.Child("type").Exists)
            ? BindFound(ComponentKinds.Optimizer, ManifestSections.DefaultOptimizer, optimizer, optimizer.Child("type"))
            : IsObject(optimizer) ? BindNamed(ComponentKinds.Optimizer, optimizer, optimizer.Child("type")) : null;

    /// <summary><c>optimizer.schedule</c>: a name, or an object whose type is the name.</summary>
    public ComponentSelection? BindSchedule(ManifestValue schedule)
    {
        if (!schedule.Exists)
            return BindFound(ComponentKinds.Schedule, ManifestSections.DefaultSchedule, schedule, schedule);
        if (schedule.Kind == JsonValueKind.Object)
            return BindNamed(ComponentKinds.Schedule, schedule, schedule.Child("type"));
        if (schedule.Kind == JsonValueKind.String)
            return BindFound(ComponentKinds.Schedule, schedule.Text, schedule with { Node = null, Exists = false }, schedule);
        binder.RefuseType(schedule, "the name of a schedule, or an object { \"type\": ..., ... }");
        return null;
    }

    private bool BindStandardize(ManifestValue standardize)
    {
        if (standardize.Exists && standardize.Kind is not (JsonValueKind.True or JsonValueKind.False))
            binder.RefuseType(standardize, "true or false");
        return standardize.Kind == JsonValueKind.True;
    }

    private ParameterScope? BindScope(ManifestValue scope)
    {
        string expected = string.Join(" or ", Scopes.Select(name => $"\"{name}\""));
        if (scope.Exists && scope.Kind != JsonValueKind.String)
            binder.RefuseType(scope, expected);
        else if (scope.Exists && !Scopes.Contains(scope.Text))
            faults.Add(new ManifestFault(ManifestFaultNumbers.ValueNotAllowed, scope.Path, "value not allowed")
            {
                Expected = expected,
                Actual = scope.Excerpt,
                Suggestion = NearestName.Find(scope.Text, Scopes),
            });
        else if (scope.Exists)
            return Enum.GetValues<ParameterScope>()[Scopes.ToList().IndexOf(scope.Text)];
        return null;
    }

    private bool IsObject(ManifestValue value)
    {
        if (value.Kind != JsonValueKind.Object)
            binder.RefuseType(value, "an object { \"type\": ..., ... }");
        return value.Kind == JsonValueKind.Object;
    }

    private ComponentSelection? BindNamed(string kind, ManifestValue value, ManifestValue name)
    {
        if (name.Kind == JsonValueKind.String)
            return BindFound(kind, name.Text, value, name);
        if (name.Exists)
            binder.RefuseType(name, $"the name of {Article(kind)}: {ListNames(kind)}");
        else
            binder.RefuseMissing(name.Path, $"the name of {Article(kind)}: {ListNames(kind)}");
        return null;
    }

    private ComponentSelection? BindFound(string kind, string name, ManifestValue value, ManifestValue namedAt)
    {
        if (catalog.Find(kind, name) is { } component)
            return new ComponentSelection(component, BindSettings(component, value));
        faults.Add(new ManifestFault(ManifestFaultNumbers.UnknownComponent, namedAt.Path, $"no plugin offers {Article(kind)} \"{name}\"{OtherKind(kind, name)}")
        {
            Expected = $"one of {ListNames(kind)}",
            Suggestion = NearestName.Find(name, catalog.NamesOf(kind)),
        });
        return null;
    }

    private object? BindSettings(PluginComponent component, ManifestValue value)
    {
        IReadOnlyList<string> reserved = ComponentContract.Find(component.Kind)!.ReservedKeys;
        if (component.Settings is { } model)
            return binder.Bind(model, value, reserved);
        binder.CheckKeys(value, reserved);
        return null;
    }

    private void RefuseTargetType(ManifestValue type)
    {
        const string expected = "\"" + EnergyType + "\", \"" + ExpressionType + "\" or \"" + DatasetType + "\"";
        if (!type.Exists)
            binder.RefuseMissing(type.Path, expected);
        else if (type.Kind != JsonValueKind.String)
            binder.RefuseType(type, expected);
        else
            faults.Add(new ManifestFault(ManifestFaultNumbers.ValueNotAllowed, type.Path, "value not allowed")
            {
                Expected = expected,
                Actual = type.Excerpt,
                Suggestion = NearestName.Find(type.Text, [EnergyType, ExpressionType, DatasetType]),
            });
    }

    private string OtherKind(string kind, string name) =>
        catalog.Components.FirstOrDefault(component => component.Name == name && component.Kind != kind) is { } other ? $", which is {Article(other.Kind)}" : "";

    private string ListNames(string kind) =>
        catalog.NamesOf(kind) is { Count: > 0 } names ? string.Join(", ", names) : $"nothing, as no loaded plugin offers {Article(kind)}";

    private static string Article(string kind) => (kind is ComponentKinds.Energy or ComponentKinds.Optimizer ? "an " : "a ") + kind;
}
