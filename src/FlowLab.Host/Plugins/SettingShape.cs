using System.Globalization;

namespace FlowLab.Host.Plugins;

/// <summary>What values a setting, or an element of a list, may take.</summary>
/// <param name="Form">What it looks like in a manifest.</param>
/// <param name="Type">Its .NET type, without <see cref="Nullable{T}"/>.</param>
public sealed record SettingShape(SettingForm Form, Type Type)
{
    /// <summary>The range of a number, or null.</summary>
    public SettingRange? Range { get; init; }

    /// <summary>The unit; empty if it has none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The words of a choice, as manifests spell them.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The settings of a nested object.</summary>
    public SettingsModel? Nested { get; init; }

    /// <summary>The elements of a list.</summary>
    public SettingShape? Element { get; init; }

    /// <summary>What a manifest may say here: <c>1 to 4096 layers</c>.</summary>
    public string Describe() => Form switch
    {
        SettingForm.Flag => "true or false",
        SettingForm.WholeNumber => "a whole number" + RangeText() + UnitText(),
        SettingForm.Number => "a number" + RangeText() + UnitText(),
        SettingForm.Text => "text in quotes",
        SettingForm.Choice => string.Join(", ", Choices.Select(choice => $"\"{choice}\"")),
        SettingForm.Nested => "an object { }",
        _ => string.Create(CultureInfo.InvariantCulture, $"an array [ ] whose elements are each {Element!.Describe()}"),
    };

    private string RangeText() => Range is null ? "" : $" from {Range}";

    private string UnitText() => Unit.Length == 0 ? "" : $", in {Unit}";
}
