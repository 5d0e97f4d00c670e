using System.Reflection;

namespace FlowLab.Host.Plugins;

/// <summary>One setting of a component.</summary>
/// <param name="Name">The key in manifests, camel case.</param>
/// <param name="Property">The property of the settings class.</param>
/// <param name="Shape">What values it may take.</param>
public sealed record SettingsProperty(string Name, PropertyInfo Property, SettingShape Shape)
{
    /// <summary>The help text.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether a manifest has to state it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a manifest may state null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The value when a manifest is silent; meaningless if <see cref="IsRequired"/>.</summary>
    public object? Default { get; init; }
}
