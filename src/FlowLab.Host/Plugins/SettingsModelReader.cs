using System.Collections.Frozen;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using FlowLab.Plugins;

namespace FlowLab.Host.Plugins;

/// <summary>Reads a settings class: its public writable properties, their attributes and their defaults.</summary>
public static class SettingsModelReader
{
    /// <summary>By name, since ScottPlot has a public type of this name too.</summary>
    private const string RequiredMember = "System.Runtime.CompilerServices.RequiredMemberAttribute";

    private static readonly FrozenSet<Type> Integers =
        new[] { typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long) }.ToFrozenSet();

    private static readonly FrozenSet<Type> Numbers = new[] { typeof(float), typeof(double), typeof(decimal) }.ToFrozenSet();

    /// <summary>The model of <paramref name="type"/>.</summary>
    /// <exception cref="SettingsModelException">The class cannot serve as settings.</exception>
    public static SettingsModel Read(Type type) => Read(type, Instantiate(type), []);

    private static SettingsModel Read(Type type, object defaults, IReadOnlyList<Type> outer)
    {
        if (outer.Contains(type))
            throw new SettingsModelException($"{type.Name} contains itself; settings are trees");
        var properties = new List<SettingsProperty>();
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                properties.Add(ReadProperty(property, defaults, [.. outer, type]));
        return new SettingsModel(type, properties);
    }

    private static SettingsProperty ReadProperty(PropertyInfo property, object defaults, IReadOnlyList<Type> outer)
    {
        object? value = property.GetValue(defaults);
        bool required = property.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == RequiredMember) || property.IsDefined(typeof(RequiredAttribute));
        bool nullable = !required && value is null && property.PropertyType != typeof(string);
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new SettingsProperty(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property, ReadShape(property, type, value, outer))
        {
            Description = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "",
            IsRequired = required,
            IsNullable = nullable || Nullable.GetUnderlyingType(property.PropertyType) is not null,
            Default = value,
        };
    }

    private static SettingShape ReadShape(PropertyInfo property, Type type, object? value, IReadOnlyList<Type> outer)
    {
        SettingShape shape = ReadForm(property, type, value, outer);
        return shape with
        {
            Range = property.GetCustomAttribute<RangeAttribute>() is { } range ? SettingRange.From(range) : null,
            Unit = property.GetCustomAttribute<UnitAttribute>()?.Unit ?? "",
        };
    }

    private static SettingShape ReadForm(PropertyInfo property, Type type, object? value, IReadOnlyList<Type> outer)
    {
        if (type == typeof(bool))
            return new SettingShape(SettingForm.Flag, type);
        if (Integers.Contains(type))
            return new SettingShape(SettingForm.WholeNumber, type);
        if (Numbers.Contains(type))
            return new SettingShape(SettingForm.Number, type);
        if (type == typeof(string))
            return ReadText(property);
        if (type.IsEnum)
            return new SettingShape(SettingForm.Choice, type) { Choices = [.. Enum.GetNames(type).Select(Spell)] };
        if (ElementType(type) is { } element)
            return new SettingShape(SettingForm.List, type) { Element = ReadShape(property, element, null, outer) };
        return ReadNested(property, type, value, outer);
    }

    private static SettingShape ReadText(PropertyInfo property)
    {
        IReadOnlyList<string> allowed = [.. property.GetCustomAttribute<AllowedValuesAttribute>()?.Values.OfType<string>() ?? []];
        return new SettingShape(allowed.Count == 0 ? SettingForm.Text : SettingForm.Choice, typeof(string)) { Choices = allowed };
    }

    private static SettingShape ReadNested(PropertyInfo property, Type type, object? value, IReadOnlyList<Type> outer)
    {
        if (!type.IsClass || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            throw new SettingsModelException(
                $"property {property.DeclaringType!.Name}.{property.Name} has type {type}, which no manifest can state; use bool, a number, string, " +
                "an enum, a class of such properties, or a list of these");
        return new SettingShape(SettingForm.Nested, type) { Nested = Read(type, value ?? Instantiate(type), outer) };
    }

    /// <summary>How manifests spell an enum value: FreeEnergy is free-energy.</summary>
    public static string Spell(string enumName) => JsonNamingPolicy.KebabCaseLower.ConvertName(enumName);

    private static Type? ElementType(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        bool isList = type.IsGenericType && type.GetGenericArguments().Length == 1
            && type.IsAssignableFrom(typeof(List<>).MakeGenericType(type.GetGenericArguments()));
        return isList ? type.GetGenericArguments()[0] : null;
    }

    private static object Instantiate(Type type)
    {
        if (type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null)
            throw new SettingsModelException($"{type.Name} has no public parameterless constructor");
        try
        {
            return Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException failure)
        {
            throw new SettingsModelException($"the constructor of {type.Name} failed: {failure.InnerException!.Message}");
        }
    }
}
