using System.Collections;
using System.Globalization;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary>Writes a component's settings: type, range, unit, allowed values, default and help of each, nested ones indented.</summary>
internal sealed class ComponentInspector(TextWriter output)
{
    /// <summary>Writes everything that is known about a component.</summary>
    public void Write(PluginComponent component)
    {
        output.WriteLine($"{component.Name} ({component.Kind})");
        output.WriteLine($"  {component.Summary}");
        if (component.Source.Length > 0)
            output.WriteLine($"  {component.Source}");
        output.WriteLine($"  {component.Plugin.Name} {component.Plugin.Version}, {component.Plugin.File}");
        output.WriteLine($"  sha256 {component.Plugin.Sha256}");
        output.WriteLine();
        if (component.Settings is { Properties.Count: > 0 } settings)
            Write(settings, "  ");
        else
            output.WriteLine("  no settings");
        output.WriteLine();
    }

    private void Write(SettingsModel settings, string indent)
    {
        foreach (SettingsProperty property in settings.Properties)
        {
            output.WriteLine($"{indent}{property.Name}: {property.Shape.Describe()}{DescribeDefault(property)}");
            if (property.Description.Length > 0)
                output.WriteLine($"{indent}    {property.Description}");
            if ((property.Shape.Nested ?? property.Shape.Element?.Nested) is { } nested)
                Write(nested, indent + "  ");
        }
    }

    private static string DescribeDefault(SettingsProperty property) =>
        property.IsRequired ? "; required" : property.Shape.Form == SettingForm.Nested ? "" : $"; default {Format(property.Default)}";

    private static string Format(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        Enum choice => $"\"{SettingsModelReader.Spell(choice.ToString())}\"",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Format))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "{ }",
    };
}
