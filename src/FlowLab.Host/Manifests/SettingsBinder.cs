using System.Collections;
using System.Globalization;
using System.Text.Json;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Manifests;

/// <summary>Fills any settings class from a manifest; whatever does not fit is a fault, and the default stays.</summary>
internal sealed class SettingsBinder(FaultCollector faults)
{
    /// <summary>A new instance of the settings class.</summary>
    /// <param name="model">The settings class.</param>
    /// <param name="value">The object in the manifest; every default applies if it is not there.</param>
    /// <param name="otherKeys">Keys of the object that are read elsewhere.</param>
    public object Bind(SettingsModel model, ManifestValue value, params IReadOnlyList<string> otherKeys) =>
        BindInto(model, model.CreateDefaults(), value, otherKeys);

    /// <summary>Adds a fault for every key of an object that is not among <paramref name="known"/>.</summary>
    public void CheckKeys(ManifestValue value, IReadOnlyList<string> known)
    {
        foreach (string key in value.Keys.Where(key => !known.Contains(key)))
            faults.Add(new ManifestFault(ManifestFaultNumbers.UnknownKey, JsonPath.Property(value.Path, key), $"unknown key \"{key}\"")
            {
                Expected = known.Count == 0 ? "no keys here" : $"one of {string.Join(", ", known)}",
                Suggestion = NearestName.Find(key, known),
            });
    }

    /// <summary>Adds the fault that a value has the wrong type.</summary>
    public void RefuseType(ManifestValue value, string expected) => Refuse(ManifestFaultNumbers.WrongType, value, "wrong type", expected);

    /// <summary>Adds the fault that a value is missing.</summary>
    public void RefuseMissing(string path, string expected) =>
        faults.Add(new ManifestFault(ManifestFaultNumbers.Missing, path, "missing") { Expected = expected });

    private object BindInto(SettingsModel model, object settings, ManifestValue value, IReadOnlyList<string> otherKeys)
    {
        if (value.Exists && value.Kind != JsonValueKind.Object)
        {
            RefuseType(value, "an object { }");
            return settings;
        }
        CheckKeys(value, [.. otherKeys, .. model.Properties.Select(property => property.Name)]);
        foreach (SettingsProperty property in model.Properties)
            BindProperty(property, settings, value.Child(property.Name));
        return settings;
    }

    private void BindProperty(SettingsProperty property, object settings, ManifestValue value)
    {
        if (!value.Exists && property.IsRequired)
            RefuseMissing(value.Path, property.Shape.Describe());
        if (!value.Exists)
        {
            CheckDefault(property, value.Path);
            return;
        }
        if (value.Kind == JsonValueKind.Null && property.IsNullable)
            property.Property.SetValue(settings, null);
        else if (Convert(property.Shape, value, property.Property.GetValue(settings)) is { } converted)
            property.Property.SetValue(settings, converted);
    }

    /// <summary>What a component does when the manifest is silent has to be something that it may be asked for.</summary>
    private void CheckDefault(SettingsProperty property, string path)
    {
        bool isNumber = property is { IsRequired: false, Shape: { Range: not null, Form: SettingForm.Number or SettingForm.WholeNumber }, Default: IConvertible };
        if (!isNumber)
            return;
        double number = ((IConvertible)property.Default!).ToDouble(CultureInfo.InvariantCulture);
        if (!property.Shape.Range!.Contains(number))
            faults.Add(new ManifestFault(ManifestFaultNumbers.DefaultOutOfRange, path, "the component's own default is out of range")
            {
                Expected = property.Shape.Describe(), Actual = number.ToString("R", CultureInfo.InvariantCulture),
            });
    }

    /// <summary>The .NET value; null after a fault.</summary>
    private object? Convert(SettingShape shape, ManifestValue value, object? current) => shape.Form switch
    {
        SettingForm.Flag => ConvertFlag(shape, value),
        SettingForm.WholeNumber => ConvertWholeNumber(shape, value),
        SettingForm.Number => ConvertNumber(shape, value),
        SettingForm.Text => value.Kind == JsonValueKind.String ? value.Text : RefuseType(shape, value),
        SettingForm.Choice => ConvertChoice(shape, value),
        SettingForm.Nested => ConvertNested(shape.Nested!, value, current),
        _ => value.Kind == JsonValueKind.Array ? ConvertList(shape, value) : RefuseType(shape, value),
    };

    private object? ConvertFlag(SettingShape shape, ManifestValue value) => value.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => RefuseType(shape, value),
    };

    private object? ConvertWholeNumber(SettingShape shape, ManifestValue value)
    {
        if (value.Kind != JsonValueKind.Number)
            return RefuseType(shape, value);
        if (!decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return RefuseRange(shape, value);
        if (number != decimal.Truncate(number))
            return RefuseType(shape, value);
        return IsInRange(shape, (double)number) ? ChangeType(shape, value, number) : RefuseRange(shape, value);
    }

    private object? ConvertNumber(SettingShape shape, ManifestValue value)
    {
        if (value.Kind != JsonValueKind.Number)
            return RefuseType(shape, value);
        double number = double.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) && IsInRange(shape, number) ? ChangeType(shape, value, number) : RefuseRange(shape, value);
    }

    private object? ChangeType(SettingShape shape, ManifestValue value, IConvertible number)
    {
        try
        {
            object converted = number.ToType(shape.Type, CultureInfo.InvariantCulture);
            return converted is float single && !float.IsFinite(single) ? RefuseRange(shape, value) : converted;
        }
        catch (OverflowException)
        {
            return RefuseRange(shape, value);
        }
    }

    private object? ConvertChoice(SettingShape shape, ManifestValue value)
    {
        if (value.Kind != JsonValueKind.String)
            return RefuseType(shape, value);
        int index = shape.Choices.ToList().FindIndex(choice => choice.Equals(value.Text, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
            return shape.Type.IsEnum ? Enum.Parse(shape.Type, Enum.GetNames(shape.Type)[index]) : shape.Choices[index];
        Refuse(ManifestFaultNumbers.ValueNotAllowed, value, "value not allowed", $"one of {shape.Describe()}", NearestName.Find(value.Text, shape.Choices));
        return null;
    }

    private object ConvertNested(SettingsModel model, ManifestValue value, object? current) =>
        BindInto(model, current is null ? model.CreateDefaults() : model.Copy(current), value, []);

    private object ConvertList(SettingShape shape, ManifestValue value)
    {
        Type elementType = shape.Element!.Type;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(elementType))!;
        foreach (ManifestValue element in value.Elements())
            if (Convert(shape.Element, element, null) is { } converted)
                list.Add(converted);
        return shape.Type.IsArray ? ToArray(list, elementType) : list;
    }

    private static Array ToArray(IList list, Type elementType)
    {
        var array = Array.CreateInstance(elementType, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    private static bool IsInRange(SettingShape shape, double number) => shape.Range?.Contains(number) ?? true;

    private object? RefuseType(SettingShape shape, ManifestValue value)
    {
        Refuse(ManifestFaultNumbers.WrongType, value, "wrong type", shape.Describe(), hint: value.Kind == JsonValueKind.Array ? AxisHint(value) : IsGrowing(value) ? "a flow grows layer by layer with: flowlab tune MANIFEST" : "");
        return null;
    }

    /// <summary>Several values of a setting are an axis of the sweep, also if it has none yet.</summary>
    private static string AxisHint(ManifestValue value) => ManifestPath.TryParse(value.Path, out ManifestPath? path)
        ? $"several values are an axis of the sweep: --set sweep.{path.Text}={value.Excerpt}, or \"sweep\": {{ \"{path.Text}\": {value.Excerpt} }}"
        : "";

    private object? RefuseRange(SettingShape shape, ManifestValue value)
    {
        string limits = shape.Range is null ? $"{shape.Describe()} that fits {shape.Type.Name}" : shape.Describe();
        Refuse(ManifestFaultNumbers.OutOfRange, value, "out of range", limits, hint: IsEmptyFlow(value) ? "for no flow at all, write \"flow\": []" : "");
        return null;
    }

    private static bool IsGrowing(ManifestValue value) => value is { Kind: JsonValueKind.String, Text: "auto" } && value.Path.EndsWith(".length", StringComparison.Ordinal);

    /// <summary>A flow of length 0 is none.</summary>
    private static bool IsEmptyFlow(ManifestValue value) =>
        value.Text == "0" && value.Path.StartsWith("$.flow[", StringComparison.Ordinal) && value.Path.EndsWith("].length", StringComparison.Ordinal);

    private void Refuse(string number, ManifestValue value, string what, string expected, string suggestion = "", string hint = "") =>
        faults.Add(new ManifestFault(number, value.Path, what) { Expected = expected, Actual = value.Excerpt, Suggestion = suggestion, Hint = hint });
}
