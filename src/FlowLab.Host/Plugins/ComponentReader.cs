using System.Reflection;
using FlowLab.Plugins;

namespace FlowLab.Host.Plugins;

/// <summary>Finds the components among a plugin's types and checks what can be checked without building them.</summary>
internal sealed class ComponentReader(PluginOrigin origin, ICollection<PluginFault> faults)
{
    /// <summary>Whether a type carries a component attribute.</summary>
    public static bool IsMarked(Type type) => type.IsDefined(typeof(ComponentAttribute), inherit: false);

    /// <summary>The components without fault, in the order of their names.</summary>
    public IReadOnlyList<PluginComponent> Read(Type[] types)
    {
        var components = new List<PluginComponent>();
        foreach (Type type in types.Where(IsMarked))
            foreach (ComponentAttribute attribute in type.GetCustomAttributes<ComponentAttribute>(inherit: false))
                if (Read(type, attribute) is { } component)
                    components.Add(component);
        return [.. components.OrderBy(component => component.Kind, StringComparer.Ordinal).ThenBy(component => component.Name, StringComparer.Ordinal)];
    }

    private PluginComponent? Read(Type type, ComponentAttribute attribute)
    {
        if (ComponentContract.Find(attribute.Kind) is not { } contract)
            return Refuse(PluginFaultNumbers.UnknownKind, type,
                $"has the unknown kind \"{attribute.Kind}\"; expected one of {string.Join(", ", ComponentContract.All.Select(known => known.Kind))}");
        if (!type.IsAssignableTo(contract.Interface))
            return Refuse(PluginFaultNumbers.InterfaceMissing, type, $"is marked as {attribute.Kind} \"{attribute.Name}\" but does not implement {contract.Interface.Name}");
        ConstructorInfo[] constructors = type.GetConstructors();
        if (constructors.Length != 1 || type.IsAbstract || type.ContainsGenericParameters)
            return Refuse(PluginFaultNumbers.NotOneConstructor, type,
                $"cannot be built; expected a class with exactly one public constructor, found {DescribeClass(type, constructors.Length)}");
        return Read(type, attribute, constructors[0], contract);
    }

    private PluginComponent? Read(Type type, ComponentAttribute attribute, ConstructorInfo constructor, ComponentContract contract)
    {
        try
        {
            SettingsModel? settings = ReadSettings(constructor);
            if (settings?.Properties.FirstOrDefault(property => contract.ReservedKeys.Contains(property.Name)) is { } clash)
                throw new SettingsModelException($"setting \"{clash.Name}\" has the name of a key that every {contract.Kind} has in a manifest");
            return new PluginComponent(attribute.Kind, attribute.Name, attribute.Summary, attribute.Source, type, settings, origin);
        }
        catch (SettingsModelException failure)
        {
            return Refuse(PluginFaultNumbers.SettingsUnreadable, type, $"has settings that cannot be read: {failure.Message}");
        }
    }

    private static SettingsModel? ReadSettings(ConstructorInfo constructor)
    {
        Type[] types = [.. constructor.GetParameters().Select(parameter => parameter.ParameterType).Where(IsSettings)];
        return types switch
        {
            [] => null,
            [var only] => SettingsModelReader.Read(only),
            _ => throw new SettingsModelException($"the constructor asks for {types.Length} settings classes, {string.Join(" and ", types.Select(type => type.Name))}"),
        };
    }

    private static bool IsSettings(Type type) => type.Name.EndsWith("Settings", StringComparison.Ordinal);

    private static string DescribeClass(Type type, int constructors) =>
        type.ContainsGenericParameters ? "a generic class" : type.IsAbstract ? "an abstract class" : $"{constructors}";

    private PluginComponent? Refuse(string number, Type type, string message)
    {
        faults.Add(new PluginFault(number, origin.File, $"{type.FullName} {message}"));
        return null;
    }
}
