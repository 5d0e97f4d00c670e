namespace FlowLab.Host.Plugins;

/// <summary>A settings class as manifests, help texts and the JSON Schema see it.</summary>
/// <param name="Type">The settings class.</param>
/// <param name="Properties">Its settings in the order declared.</param>
public sealed record SettingsModel(Type Type, IReadOnlyList<SettingsProperty> Properties)
{
    /// <summary>The setting with exactly this key, or null.</summary>
    public SettingsProperty? Find(string name) => Properties.FirstOrDefault(property => property.Name == name);

    /// <summary>A fresh instance with every default.</summary>
    public object CreateDefaults() => Activator.CreateInstance(Type)!;

    /// <summary>A fresh instance with the settings of <paramref name="defaults"/>, so that binding never writes into a shared default.</summary>
    public object Copy(object defaults)
    {
        object copy = CreateDefaults();
        foreach (SettingsProperty property in Properties)
            property.Property.SetValue(copy, property.Property.GetValue(defaults));
        return copy;
    }
}
