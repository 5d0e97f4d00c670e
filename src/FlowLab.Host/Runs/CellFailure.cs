using System.Diagnostics;
using System.Reflection;
using FlowLab.Engine;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Runs;

/// <summary>Why a cell ended before its time: where, in whose code, at which update.</summary>
/// <param name="Message">The numbered error.</param>
internal sealed record CellFailure(string Message)
{
    private const string Number = "FLR040";

    /// <summary>Finds out whose error an exception of a cell is.</summary>
    /// <param name="catalog">The plugins.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="update">Updates done.</param>
    /// <param name="failure">What was thrown.</param>
    public static CellFailure Of(PluginCatalog catalog, CellPlan cell, long update, Exception failure)
    {
        Exception cause = failure is AggregateException or TargetInvocationException && failure.InnerException is { } inner ? inner : failure;
        string what = IsNumbered(cause.Message) ? cause.Message : $"{Describe(cause)}: {cause.Message}";
        return new CellFailure(FormattableString.Invariant(
            $"{Number}: cell '{cell.Id}' failed {When(update)}{Named(cell, cause) ?? Whose(catalog, cause)}: {what.TrimEnd('.')}. All its seeds end here, the other cells go on; --resume tries it again from its last checkpoint, --verbose shows where it was thrown."));
    }

    private static bool IsNumbered(string message) => message.Length > 6 && message.StartsWith("FL", StringComparison.Ordinal) && message[3..6].All(char.IsAsciiDigit);

    /// <summary>As <see cref="Whose"/>, where the failure names the component as the manifest does; null where it does not.</summary>
    private static string? Named(CellPlan cell, Exception cause)
    {
        string name = cause switch
        {
            CellGivenUpException givenUp => givenUp.Component,
            FlowLabEngineException refusal => refusal.Component,
            _ => "",
        };
        return WhereIn(cell, name) is { Length: > 0 } place ? place : null;
    }

    /// <summary>" in flow "mine" of Mine 1.0.0 (file)" of a component that is named as the manifest does; empty if it is not known.</summary>
    public static string WhereIn(CellPlan cell, string name)
    {
        ComponentSelection? selection = name switch
        {
            "target" => cell.Manifest.Target,
            "optimizer" => cell.Manifest.Optimizer,
            "schedule" => cell.Manifest.Schedule,
            _ => cell.Manifest.Flow.Where((_, index) => Engine.Memory.ComponentTurns.SegmentName(index) == name).FirstOrDefault(),
        };
        return selection is null ? "" : $" in {Of(selection.Component)}";
    }

    private static string Of(PluginComponent component) => $"{component.Kind} \"{component.Name}\" of {component.Plugin.Name} {component.Plugin.Version} ({component.Plugin.File})";

    private static string When(long update) => update == 0 ? "before its first update" : FormattableString.Invariant($"after update {update}");

    /// <summary>" in flow "mine" of Mine 1.0.0 (file)", found by the innermost frame that is a plugin's; empty if there is none.</summary>
    private static string Whose(PluginCatalog catalog, Exception cause)
    {
        foreach (Type type in new StackTrace(cause).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType).OfType<Type>())
        {
            PluginComponent? component = catalog.Components.FirstOrDefault(known => IsOf(type, known.ImplementationType))
                ?? catalog.Components.FirstOrDefault(known => known.ImplementationType.Assembly == type.Assembly);
            if (component is not null)
                return $" in {(IsOf(type, component.ImplementationType) ? $"{component.Kind} \"{component.Name}\"" : type.Name)} of {component.Plugin.Name} {component.Plugin.Version} ({component.Plugin.File})";
        }
        return "";
    }

    private static bool IsOf(Type type, Type component) => type == component || type.DeclaringType == component;

    /// <summary>The kind of an exception in words: "invalid operation" for InvalidOperationException.</summary>
    private static string Describe(Exception cause)
    {
        string name = cause.GetType().Name;
        string stem = name.EndsWith(nameof(Exception), StringComparison.Ordinal) && name.Length > nameof(Exception).Length ? name[..^nameof(Exception).Length] : name;
        return string.Concat(stem.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
    }
}
