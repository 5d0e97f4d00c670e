namespace FlowLab.Plugins;

/// <summary>The unit of a setting, shown in help and schema: layers, nats, samples.</summary>
/// <param name="unit">The unit, in the plural.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitAttribute(string unit) : Attribute
{
    public string Unit { get; } = unit;
}
